import { Injectable } from '@nestjs/common';
import { lastDayForChanges } from '#domain/calendar/last-day-for-changes.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { SubmissionEvent } from './submission-event.entity.js';
import { type Submission } from './submission.entity.js';

/** Whether a submission can still be delivered, by the day itself: the round that closes windows runs a moment after it. */
@Injectable()
export class SubmissionWindow {
  constructor(private readonly calendars: WorkingCalendars) {}

  async isClosed({ manager, now }: Transaction, { id, frameworkId, closesOn, standingVersion }: Submission): Promise<boolean> {
    const today = londonDate(now);
    if (closesOn === null || closesOn >= today) return false;
    const asked =
      standingVersion === null ? null : await manager.findOne(SubmissionEvent, { where: { submissionId: id, action: 'request-changes' }, order: { sequence: 'DESC' } });
    if (!asked) return true;
    return lastDayForChanges(closesOn, londonDate(asked.at), await this.calendars.ofFramework(frameworkId, manager)) < today;
  }
}
