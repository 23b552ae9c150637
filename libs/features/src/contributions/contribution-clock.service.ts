import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import { type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { CONTRIBUTION_WORKFLOW, contributionsAreOver } from '#domain/contributions/contribution-workflow.js';
import { CONTRIBUTION_REMINDERS, reminderDue } from '#domain/contributions/reminder-due.js';
import { SUBMISSION_STATES } from '#domain/submissions/submission-status.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { isReminderTime } from '#features/calendar/reminder-hour.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CONTRIBUTION_CLOSED, CONTRIBUTION_DUE, CONTRIBUTION_OVERDUE } from '#features/notifications/texts/contributions.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Contribution } from './contribution.entity.js';
import { answerersOf, askersOf, contributionNews, contributionWhole, recordContribution } from './contribution-records.js';
import { contributionsPaths } from './contributions.paths.js';

const UNANSWERED = In(['asked', 'drafted']);
const OVER = SUBMISSION_STATES.filter(contributionsAreOver);
const ACTOR = 'job:watch-contributions';

/** What the calendar does to requests that nobody has answered: reminders, the public mark, and the end. Each once. */
@Injectable()
export class ContributionClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** @returns how many requests it acted on. */
  async run(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    await this.close(turns);
    if (isReminderTime(now)) await this.remind(turns, today);
    await this.markOverdue(turns, today);
    return turns.finish();
  }

  private async close(turns: EachInTurn): Promise<void> {
    const found = await this.waiting({ submission: { status: In(OVER) } });
    await this.each(turns, found, 'CONTRIBUTION_CLOSED', async (tx, contribution) => {
      const arrow = transitionFor(CONTRIBUTION_WORKFLOW, contribution.state, 'close', ['clock']);
      if (!arrow) return false;
      await tx.repository(Contribution).update({ id: contribution.id }, { state: arrow.to });
      await recordContribution(tx, null, { id: contribution.id, state: arrow.to }, { action: 'close' });
      const whole = await contributionWhole(tx, contribution.id);
      await this.notices.tell(tx, CONTRIBUTION_CLOSED, await answerersOf(tx, whole.organisation), contributionNews(whole), placeOf(contribution.id));
      return true;
    });
  }

  private async remind(turns: EachInTurn, today: string): Promise<void> {
    const found = await this.waiting({ dueOn: MoreThanOrEqual(today) });
    if (found.length === 0) return;
    const calendars = await this.calendarsOf(found);
    const daysOf = ({ dueOn, remindedBefore, submissionId }: Contribution): number | null => {
      const calendar = calendars.get(submissionId);
      return calendar ? reminderDue({ dueOn, remindedBefore }, CONTRIBUTION_REMINDERS, today, calendar) : null;
    };
    await this.each(turns, found.filter((contribution) => daysOf(contribution) !== null), 'CONTRIBUTION_REMINDED', async (tx, contribution) => {
      const days = daysOf(contribution);
      if (days === null) return false;
      await tx.repository(Contribution).update({ id: contribution.id }, { remindedBefore: days });
      await recordContribution(tx, null, contribution, { action: 'remind', text: String(days) });
      const whole = await contributionWhole(tx, contribution.id);
      await this.notices.tell(tx, CONTRIBUTION_DUE, await answerersOf(tx, whole.organisation), { ...contributionNews(whole), days }, placeOf(contribution.id));
      return true;
    });
  }

  private async markOverdue(turns: EachInTurn, today: string): Promise<void> {
    const found = await this.waiting({ dueOn: LessThan(today), overdueAt: IsNull() });
    await this.each(turns, found, 'CONTRIBUTION_OVERDUE', async (tx, contribution) => {
      if (contribution.overdueAt !== null || contribution.dueOn >= today) return false;
      await tx.repository(Contribution).update({ id: contribution.id }, { overdueAt: tx.now });
      await recordContribution(tx, null, contribution, { action: 'mark-overdue' });
      const whole = await contributionWhole(tx, contribution.id);
      await this.notices.tell(tx, CONTRIBUTION_OVERDUE, await answerersOf(tx, whole.organisation), contributionNews(whole), placeOf(contribution.id));
      const ofReturn = { about: `contribution:${contribution.id}`, path: contributionsPaths.ofReturn(whole.submissionId) };
      await this.notices.tell(tx, CONTRIBUTION_OVERDUE, await askersOf(tx, whole.submission), contributionNews(whole), ofReturn);
      return true;
    });
  }

  /** By whose working days each return is counted. */
  private async calendarsOf(found: readonly Contribution[]): Promise<Map<string, WorkingCalendar>> {
    const ofFramework = new Map<string, WorkingCalendar>();
    const ofReturn = new Map<string, WorkingCalendar>();
    for (const { submissionId, submission } of found) {
      const calendar = ofFramework.get(submission.frameworkId) ?? (await this.calendars.ofFramework(submission.frameworkId));
      ofFramework.set(submission.frameworkId, calendar);
      ofReturn.set(submissionId, calendar);
    }
    return ofReturn;
  }

  private waiting({ submission, ...where }: { submission?: object } & Record<string, unknown>): Promise<Contribution[]> {
    return this.unitOfWork.reader.find(Contribution, { where: { state: UNANSWERED, ...where, submission: { ...submission, frameworkId: ofOpenFramework() } }, relations: { submission: true }, order: { dueOn: 'ASC', id: 'ASC' } });
  }

  /** One request under its lock, in a unit of work of its own; somebody who has answered it meanwhile wins. */
  private async each(turns: EachInTurn, found: readonly Contribution[], event: string, act: (tx: Transaction, contribution: Contribution) => Promise<boolean>): Promise<void> {
    await turns.run(found, ({ id }) => `contribution:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: ACTOR, event, subject: `contribution:${id}` }, async (tx) => {
        const contribution = await tx.repository(Contribution).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
        const waits = contribution.state === 'asked' || contribution.state === 'drafted';
        return waits && (await act(tx, contribution)) ? 1 : 0;
      }),
    );
  }
}

function placeOf(id: string): { about: string; path: string } {
  return { about: `contribution:${id}`, path: contributionsPaths.show(id) };
}
