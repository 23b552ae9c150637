import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { REMINDER_STEPS, type ReminderDay, reminderDays } from '#domain/calendar/reminder-steps.js';
import { type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { REPORT_DUE } from '#features/notifications/texts/calendar.texts.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { londonDate, londonInstant } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { CycleNotices } from './cycle-notices.service.js';
import { countUnlessDone, DoneElsewhere } from './done-elsewhere.js';
import { REMINDER_HOUR } from './reminder-hour.js';
import { takeDue } from './take-submission.js';
import { WorkingCalendars } from './working-calendars.queries.js';

const UNDELIVERED: Submission['status'][] = ['draft', 'awaiting-sign-off', 'withdrawn'];

interface Candidate {
  id: string;
  frameworkId: string;
  dueOn: string;
  /** Since when the due date stands: steps before that never fell due. */
  since: Date;
  given: number[];
}

/** Reminds departments of what they have not delivered, 14, 7 and 1 working days before it is due: each step of a due date once. */
@Injectable()
export class Reminding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: CycleNotices,
  ) {}

  /** @returns how many notices it gave. */
  async remindDue(now: Date): Promise<number> {
    const turns = new EachInTurn();
    const calendars = new Map<string, WorkingCalendar>();
    await turns.run(await this.candidates(now), ({ id }) => `submission:${id}`, async (candidate) => {
      const working = calendars.get(candidate.frameworkId) ?? (await this.calendars.ofFramework(candidate.frameworkId));
      calendars.set(candidate.frameworkId, working);
      const due = reminderDays(candidate.dueOn, working).filter(({ step, day }) => {
        const moment = londonInstant(day, REMINDER_HOUR);
        return moment <= now && moment >= candidate.since && !candidate.given.includes(step);
      });
      return due.length > 0 ? countUnlessDone(this.remind(candidate, due)) : 0;
    });
    return turns.finish();
  }

  /** Undelivered, with a step of their due date still to come or missed. Twice as many days as the first step cover every holiday. */
  private async candidates(now: Date): Promise<Candidate[]> {
    return this.dataSource.query(
      `SELECT s.id, s.framework_id AS "frameworkId", to_char(s.due_on, 'YYYY-MM-DD') AS "dueOn",
              GREATEST(s.created_at, (SELECT max(e.at) FROM submission_events e WHERE e.submission_id = s.id AND e.action IN ('extend', 'move-due'))) AS since,
              COALESCE((SELECT array_agg(r.step) FROM reminders r WHERE r.submission_id = s.id AND r.due_on = s.due_on), '{}') AS given
         FROM submissions s
        WHERE s.standing_version IS NULL AND s.status = ANY($1) AND NOT framework_is_closed(s.framework_id) AND s.due_on < $2::date + $3::integer
          AND (SELECT count(*) FROM reminders r WHERE r.submission_id = s.id AND r.due_on = s.due_on) < $4
        ORDER BY s.due_on, s.reference`,
      [UNDELIVERED, londonDate(now), REMINDER_STEPS[0] * 3, REMINDER_STEPS.length],
    );
  }

  /** Steps that were missed together are told in one notice. */
  private async remind({ id, dueOn }: Candidate, due: readonly ReminderDay[]): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'remind-of-reports')), event: 'SUBMISSION_REMINDED', subject: `submission:${id}`, facts: { dueOn } };
    await this.unitOfWork.run(move, async (tx) => {
      const submission = await takeDue(tx, id, (row) => row.standingVersion === null && UNDELIVERED.includes(row.status) && row.dueOn === dueOn);
      const claimed = await claim(tx, id, dueOn, due);
      const last = claimed.at(-1);
      if (!last) throw new DoneElsewhere();
      const today = londonDate(tx.now);
      const working = await this.calendars.ofFramework(submission.frameworkId, tx.manager);
      const daysLeft = today > dueOn ? null : working.between(today, dueOn);
      await this.notices.tellDepartment(tx, REPORT_DUE, submission, { daysLeft, meantFor: last.day === today ? null : last.day });
      tx.describe({ reference: submission.reference, steps: claimed.map(({ step }) => step) });
    });
  }
}

/** Writes the rows that mean that the steps are done. @returns those that nobody had done before. */
async function claim(tx: Transaction, submissionId: string, dueOn: string, due: readonly ReminderDay[]): Promise<ReminderDay[]> {
  const claimed: ReminderDay[] = [];
  for (const reminder of due) {
    const rows: unknown[] = await tx.manager.query(
      `INSERT INTO reminders (submission_id, due_on, step, meant_for, sent_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [submissionId, dueOn, reminder.step, reminder.day, tx.now],
    );
    if (rows.length > 0) claimed.push(reminder);
  }
  return claimed;
}
