import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { ofOpenMission } from '#features/frameworks/framework-standing.js';
import { INTERIM_EFFECTS_DUE, INTERIM_EFFECTS_OVERDUE } from '#features/notifications/texts/interim-reviews.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type EachInTurn } from '#platform/watches/each-in-turn.js';
import { InterimReviewNotices } from './interim-review-notices.service.js';
import { takeReview, tellTimeline } from './interim-review-taking.js';
import { InterimReview } from './interim-review.entity.js';

/** Reminds the department of its answer, once, and marks it overdue from the day after, once and for good. */
@Injectable()
export class InterimChasing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: InterimReviewNotices,
  ) {}

  async chaseDue(now: Date, turns: EachInTurn): Promise<void> {
    const today = londonDate(now);
    const unanswered = { effectsAt: IsNull(), overdueAt: IsNull(), state: Not('closed' as const), missionId: ofOpenMission() };
    const reviews = this.dataSource.getRepository(InterimReview);
    const late = await reviews.find({ select: { id: true }, where: { ...unanswered, effectsDueOn: LessThan(today) }, order: { effectsDueOn: 'ASC' } });
    await turns.run(late, ({ id }) => `interim-review:${id}`, ({ id }) => countUnlessDone(this.markOverdue(id, today)));
    const due = await reviews.find({ select: { id: true, effectsDueOn: true }, where: { ...unanswered, remindedAt: IsNull(), effectsRemindOn: LessThanOrEqual(today) } });
    // of a day that has passed nobody is reminded: the mark says more
    await turns.run(due.filter(({ effectsDueOn }) => effectsDueOn >= today), ({ id }) => `interim-review:${id}`, ({ id }) => countUnlessDone(this.remind(id, today)));
  }

  private async remind(id: string, today: string): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'remind-of-interim-answers')), event: 'INTERIM_ANSWER_REMINDED', subject: `interim-review:${id}` };
    await this.unitOfWork.run(move, async (tx) => {
      const review = await takeReview(tx, { id });
      if (!review || review.remindedAt || review.effectsAt) throw new DoneElsewhere();
      await tx.repository(InterimReview).update({ id }, { remindedAt: tx.now });
      await tellTimeline(tx, id, 'remind', `The lead department was reminded of its answer, which is due by ${longDate(review.effectsDueOn)}.`);
      const daysLeft = (await this.calendars.of('england', tx.manager)).between(today, review.effectsDueOn);
      await this.notices.tell(tx, INTERIM_EFFECTS_DUE, review, { to: ['department'], more: { daysLeft } });
    });
  }

  private async markOverdue(id: string, today: string): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'mark-interim-answers')), event: 'INTERIM_ANSWER_OVERDUE', subject: `interim-review:${id}` };
    await this.unitOfWork.run(move, async (tx) => {
      const review = await takeReview(tx, { id });
      if (!review || review.overdueAt || review.effectsAt || review.effectsDueOn >= today) throw new DoneElsewhere();
      await tx.repository(InterimReview).update({ id }, { overdueAt: tx.now });
      await tellTimeline(tx, id, 'overdue', `No answer on unintended effects had come by ${longDate(review.effectsDueOn)}.`);
      await this.notices.tell(tx, INTERIM_EFFECTS_OVERDUE, review, { to: ['department', 'council'], more: {} });
    });
  }
}
