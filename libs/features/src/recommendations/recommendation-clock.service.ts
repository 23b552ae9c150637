import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import { reminderDue } from '#domain/contributions/reminder-due.js';
import { RECOMMENDATION_REMINDERS } from '#domain/recommendations/recommendation-status.js';
import { isReminderTime } from '#features/calendar/reminder-hour.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { ofOpenMission } from '#features/frameworks/framework-standing.js';
import { Notices } from '#features/notifications/notices.service.js';
import { RECOMMENDATION_DUE, RECOMMENDATION_OVERDUE, RECOMMENDATION_PROMISE_DUE, RECOMMENDATION_PROMISE_OVERDUE } from '#features/notifications/texts/recommendations.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { everybodyConcerned, peopleOfAddressee, placeOfRecommendation, recommendationNews, recordRecommendation } from './recommendation-records.js';
import { Recommendation } from './recommendation.entity.js';
import { recommendationWhole } from './recommendations.service.js';

/** The two dates that a recommendation waits for, one after the other. */
interface Awaited {
  open: FindOptionsWhere<Recommendation>;
  dueOn: 'answerDueOn' | 'promisedOn';
  mark: 'overdueAt' | 'promiseOverdueAt';
  remind: 'remind' | 'remind-promise';
  markAs: 'mark-overdue' | 'mark-promise-overdue';
  texts: { due: typeof RECOMMENDATION_DUE; overdue: typeof RECOMMENDATION_OVERDUE };
}

const AWAITED: readonly Awaited[] = [
  { open: { state: 'awaiting-answer' }, dueOn: 'answerDueOn', mark: 'overdueAt', remind: 'remind', markAs: 'mark-overdue', texts: { due: RECOMMENDATION_DUE, overdue: RECOMMENDATION_OVERDUE } },
  {
    open: { state: In(['accepted', 'partly-accepted']) }, dueOn: 'promisedOn', mark: 'promiseOverdueAt', remind: 'remind-promise', markAs: 'mark-promise-overdue',
    texts: { due: RECOMMENDATION_PROMISE_DUE, overdue: RECOMMENDATION_PROMISE_OVERDUE },
  },
];

/** Reminds addressees of the answers that they owe and of what they have promised, and marks what is late, each once. */
@Injectable()
export class RecommendationClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: Notices,
  ) {}

  /** @returns how many recommendations it acted on. */
  async run(now: Date): Promise<number> {
    const today = londonDate(now);
    const turns = new EachInTurn();
    for (const awaited of AWAITED) {
      if (isReminderTime(now)) await this.remind(turns, awaited, today);
      await this.markOverdue(turns, awaited, today);
    }
    return turns.finish();
  }

  private async remind(turns: EachInTurn, { open, dueOn, remind, texts }: Awaited, today: string): Promise<void> {
    const waiting = await this.unitOfWork.reader.find(Recommendation, { where: { ...open, missionId: ofOpenMission(), [dueOn]: MoreThanOrEqual(today) }, order: { reference: 'ASC' } });
    if (waiting.length === 0) return;
    const calendar = await this.calendars.of();
    const due = (recommendation: Recommendation): number | null =>
      reminderDue({ dueOn: recommendation[dueOn] ?? '', remindedBefore: recommendation.remindedBefore }, RECOMMENDATION_REMINDERS, today, calendar);
    await this.each(turns, waiting.filter((recommendation) => due(recommendation) !== null), open, 'RECOMMENDATION_REMINDED', async (tx, recommendation) => {
      const days = due(recommendation);
      if (days === null) return false;
      await tx.repository(Recommendation).update({ id: recommendation.id }, { remindedBefore: days });
      await recordRecommendation(tx, null, recommendation, remind, String(days));
      await this.notices.tell(tx, texts.due, await peopleOfAddressee(tx, recommendation.addressee), { ...recommendationNews(recommendation), days }, placeOfRecommendation(recommendation));
      return true;
    });
  }

  private async markOverdue(turns: EachInTurn, { open, dueOn, mark, markAs, texts }: Awaited, today: string): Promise<void> {
    const late = await this.unitOfWork.reader.find(Recommendation, { where: { ...open, missionId: ofOpenMission(), [dueOn]: LessThan(today), [mark]: IsNull() }, order: { reference: 'ASC' } });
    await this.each(turns, late, open, 'RECOMMENDATION_OVERDUE', async (tx, recommendation) => {
      if (recommendation[mark] !== null || (recommendation[dueOn] ?? today) >= today) return false;
      await tx.repository(Recommendation).update({ id: recommendation.id }, { [mark]: tx.now });
      await recordRecommendation(tx, null, recommendation, markAs);
      await this.notices.tell(tx, texts.overdue, await everybodyConcerned(tx, recommendation.addressee), recommendationNews(recommendation), placeOfRecommendation(recommendation));
      return true;
    });
  }

  /** One under its lock, in a unit of work of its own; one that has moved on meanwhile is left. */
  private async each(turns: EachInTurn, found: readonly Recommendation[], open: FindOptionsWhere<Recommendation>, event: string, act: (tx: Transaction, recommendation: Recommendation) => Promise<boolean>): Promise<void> {
    await turns.run(found, ({ id }) => `recommendation:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: 'job:watch-recommendations', event, subject: `recommendation:${id}` }, async (tx) => {
        const locked = await tx.repository(Recommendation).findOne({ where: { ...open, id }, lock: { mode: 'pessimistic_write' } });
        return locked && (await act(tx, await recommendationWhole(tx, id))) ? 1 : 0;
      }),
    );
  }
}
