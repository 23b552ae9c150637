import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import { reminderDue } from '#domain/contributions/reminder-due.js';
import { ANSWER_REMINDERS } from '#domain/proposals/proposal-status.js';
import { isReminderTime } from '#features/calendar/reminder-hour.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { ofOpenMission } from '#features/frameworks/framework-standing.js';
import { Notices } from '#features/notifications/notices.service.js';
import { PROPOSAL_DUE, PROPOSAL_OVERDUE } from '#features/notifications/texts/proposals.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { answerersOf, placeOfProposal, proposalNews, proposersOf, recordProposal } from './proposal-records.js';
import { Proposal } from './proposal.entity.js';
import { proposalWhole } from './proposals.service.js';

const UNANSWERED = In(['received', 'acknowledged', 'with-department']);

/** Reminds departments of the answers that they owe and marks those that are late, each once. */
@Injectable()
export class ProposalClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** @returns how many proposals it acted on. */
  async run(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    if (isReminderTime(now)) await this.remind(turns, today);
    await this.markOverdue(turns, today);
    return turns.finish();
  }

  private async remind(turns: EachInTurn, today: string): Promise<void> {
    const waiting = await this.unitOfWork.reader.find(Proposal, { where: { state: UNANSWERED, answerDueOn: MoreThanOrEqual(today), missionId: ofOpenMission() }, order: { reference: 'ASC' } });
    if (waiting.length === 0) return;
    const calendar = await this.calendars.of();
    const due = ({ answerDueOn: dueOn, remindedBefore }: Proposal): number | null => reminderDue({ dueOn, remindedBefore }, ANSWER_REMINDERS, today, calendar);
    await this.each(turns, waiting.filter((proposal) => due(proposal) !== null), 'PROPOSAL_REMINDED', async (tx, proposal) => {
      const days = due(proposal);
      if (days === null) return false;
      await tx.repository(Proposal).update({ id: proposal.id }, { remindedBefore: days });
      await recordProposal(tx, null, proposal, 'remind', String(days));
      await this.notices.tell(tx, PROPOSAL_DUE, await answerersOf(tx, proposal), { ...proposalNews(proposal), days }, placeOfProposal(proposal));
      return true;
    });
  }

  private async markOverdue(turns: EachInTurn, today: string): Promise<void> {
    const late = await this.unitOfWork.reader.find(Proposal, { where: { state: UNANSWERED, answerDueOn: LessThan(today), overdueAt: IsNull(), missionId: ofOpenMission() }, order: { reference: 'ASC' } });
    await this.each(turns, late, 'PROPOSAL_OVERDUE', async (tx, proposal) => {
      if (proposal.overdueAt !== null) return false;
      await tx.repository(Proposal).update({ id: proposal.id }, { overdueAt: tx.now });
      await recordProposal(tx, null, proposal, 'mark-overdue');
      const readers = [await answerersOf(tx, proposal), await proposersOf(tx, proposal)];
      await this.notices.tell(
        tx, PROPOSAL_OVERDUE, { people: readers.flatMap(({ people }) => people), mailboxes: readers.flatMap(({ mailboxes = [] }) => mailboxes) }, proposalNews(proposal), placeOfProposal(proposal),
      );
      return true;
    });
  }

  /** One proposal under its lock, in a unit of work of its own; one that was answered meanwhile is left. */
  private async each(turns: EachInTurn, found: readonly Proposal[], event: string, act: (tx: Transaction, proposal: Proposal) => Promise<boolean>): Promise<void> {
    await turns.run(found, ({ id }) => `proposal:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: 'job:watch-proposals', event, subject: `proposal:${id}` }, async (tx) => {
        const locked = await tx.repository(Proposal).findOne({ where: { id, state: UNANSWERED }, lock: { mode: 'pessimistic_write' } });
        return locked && (await act(tx, await proposalWhole(tx, id))) ? 1 : 0;
      }),
    );
  }
}
