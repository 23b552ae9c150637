import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, auditName, systemActor } from '#domain/access/permissions.js';
import { lastDayForChanges } from '#domain/calendar/last-day-for-changes.js';
import { WINDOW_CLOSED } from '#features/notifications/texts/calendar.texts.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { CycleNotices } from './cycle-notices.service.js';
import { countUnlessDone } from './done-elsewhere.js';
import { takeDue } from './take-submission.js';
import { WorkingCalendars } from './working-calendars.queries.js';

interface OpenWindow {
  id: string;
  frameworkId: string;
  closesOn: string;
  /** Day of the council's last request for changes; null where it made none. */
  askedOn: string | null;
}

/** States in which it is the department's turn: what the window closes on. */
const UNFINISHED: Submission['status'][] = ['draft', 'awaiting-sign-off', 'withdrawn', 'changes-requested'];

/** The clock itself, by the name that the public history shows. */
const CLOCK: Actor = { ...systemActor('job', 'close-windows'), name: submissionsWords.theService };

/** Closes the windows whose last day has passed: not submitted where nothing stands, published unresolved where a delivery does. */
@Injectable()
export class WindowClosing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly calendars: WorkingCalendars,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns how many it closed. */
  async closeDue(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    await turns.run(await this.windows(today), ({ id }) => `submission:${id}`, async (window) => {
      const lastDay = await this.lastDay(window);
      return lastDay < today ? countUnlessDone(this.close(window.id, lastDay)) : 0;
    });
    return turns.finish();
  }

  private async windows(today: string): Promise<OpenWindow[]> {
    return this.dataSource.query(
      `SELECT s.id, s.framework_id AS "frameworkId", to_char(s.closes_on, 'YYYY-MM-DD') AS "closesOn",
              (SELECT to_char(max(e.at) AT TIME ZONE 'Europe/London', 'YYYY-MM-DD') FROM submission_events e
                WHERE e.submission_id = s.id AND e.action = 'request-changes' AND s.standing_version IS NOT NULL) AS "askedOn"
         FROM submissions s
        WHERE NOT framework_is_closed(s.framework_id) AND s.closes_on < $1 AND s.status = ANY($2) AND (s.standing_version IS NULL OR s.status <> 'withdrawn')
        ORDER BY s.closes_on, s.reference`,
      [today, UNFINISHED],
    );
  }

  private async lastDay({ frameworkId, closesOn, askedOn }: OpenWindow): Promise<string> {
    return askedOn === null ? closesOn : lastDayForChanges(closesOn, askedOn, await this.calendars.ofFramework(frameworkId));
  }

  private async close(id: string, lastDay: string): Promise<void> {
    const move = { actor: auditName(CLOCK), event: 'SUBMISSION_WINDOW_CLOSED', subject: `submission:${id}` };
    await this.unitOfWork.run(move, async (tx) => {
      const submission = await takeDue(tx, id, ({ status, closesOn }) => UNFINISHED.includes(status) && closesOn !== null && closesOn <= lastDay);
      const delivered = submission.standingVersion !== null;
      await this.submissions.moveInTransaction(tx, CLOCK, submission, delivered ? 'close-unresolved' : 'close-window');
      const news = { department: submission.organisation.name, closesOn: lastDay, delivered };
      await this.notices.tellDepartment(tx, WINDOW_CLOSED, submission, news);
      await this.notices.tellCouncil(tx, WINDOW_CLOSED, submission, news, ...(delivered ? [submissionsPaths.show(submission.kind, id)] : []));
    });
  }
}
