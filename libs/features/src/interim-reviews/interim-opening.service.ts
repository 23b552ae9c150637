import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { dayAfter, effectsDueOn, effectsReminderOn, figureExpectedOn, interimDateOf } from '#domain/interim-reviews/interim-dates.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { definitionOf } from '#features/missions/target-definition.js';
import { Target } from '#features/missions/target.entity.js';
import { INTERIM_REVIEW_OPENED } from '#features/notifications/texts/interim-reviews.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type EachInTurn } from '#platform/watches/each-in-turn.js';
import { InterimReviewNotices } from './interim-review-notices.service.js';
import { InterimReviewTarget } from './interim-review-target.entity.js';
import { newInterimReference, takeReview, tellTimeline } from './interim-review-taking.js';
import { InterimReview } from './interim-review.entity.js';

/** The interim targets of a mission that were due by one date. */
interface PassedDate {
  missionId: string;
  interimOn: string;
  targets: { target: Target; period: string; value: number }[];
}

/** Opens a review when the date of an interim target that government set has passed: one a mission and date, whenever the clock comes by. */
@Injectable()
export class InterimOpening {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly notices: InterimReviewNotices,
  ) {}

  async openDue(now: Date, turns: EachInTurn): Promise<void> {
    const today = londonDate(now);
    const passed = await this.passed(today);
    await turns.run(passed, ({ missionId, interimOn }) => `mission:${missionId} ${interimOn}`, (date) => countUnlessDone(this.open(date)));
  }

  private async passed(today: string): Promise<PassedDate[]> {
    const targets = await this.dataSource
      .getRepository(Target)
      .createQueryBuilder('target')
      .leftJoinAndSelect('target.metric', 'metric')
      .where(`target.milestones @> '[{"kind": "interim-target"}]' AND NOT mission_is_closed(target.missionId)`)
      .orderBy('target.missionId')
      .addOrderBy('target.position')
      .getMany();
    const known = new Set((await this.dataSource.getRepository(InterimReview).find({ select: { missionId: true, interimOn: true } })).map(keyOf));
    const dates = new Map<string, PassedDate>();
    for (const target of targets) {
      for (const milestone of target.milestones) {
        const interimOn = milestone.kind === 'interim-target' ? interimDateOf(milestone.period) : undefined;
        if (milestone.kind !== 'interim-target' || interimOn === undefined || interimOn >= today) continue;
        const key = keyOf({ missionId: target.missionId, interimOn });
        if (known.has(key)) continue;
        const date = dates.get(key) ?? { missionId: target.missionId, interimOn, targets: [] };
        date.targets.push({ target, period: milestone.period, value: milestone.value });
        dates.set(key, date);
      }
    }
    return [...dates.values()];
  }

  private async open(date: PassedDate): Promise<void> {
    const move = { actor: auditName(systemActor('job', 'open-interim-reviews')), event: 'INTERIM_REVIEW_OPENED', subject: `mission:${date.missionId}` };
    await this.unitOfWork.run(move, async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark interim review ${keyOf(date)}`]);
      const { missionId, interimOn } = date;
      if (await tx.repository(InterimReview).existsBy({ missionId, interimOn })) throw new DoneElsewhere();
      const review = await this.save(tx, date);
      await tellTimeline(tx, review.id, 'open', `The date of the interim targets, ${longDate(interimOn)}, has passed.`);
      const opened = await takeReview(tx, { id: review.id });
      if (opened) await this.notices.tell(tx, INTERIM_REVIEW_OPENED, opened, { to: ['department', 'council'], more: {} });
      tx.describe({ review: review.reference, interimOn, targets: date.targets.map(({ target }) => target.slug) }, `interim-review:${review.id}`);
    });
  }

  private async save(tx: Transaction, { missionId, interimOn, targets }: PassedDate): Promise<InterimReview> {
    const today = londonDate(tx.now);
    const working = await this.calendars.of('england', tx.manager);
    const dueOn = effectsDueOn(today, working);
    const nothing = { figuresInAt: null, remindedAt: null, overdueAt: null, effectsText: null, effectsBy: null, effectsOffice: null, effectsAt: null, recommendation: null, reason: null, decidedBy: null, decidedByName: null, closedAt: null };
    const review = await tx.repository(InterimReview).save({
      ...nothing, reference: newInterimReference(today), missionId, interimOn, state: 'waiting', openedAt: tx.now, effectsDueOn: dueOn, effectsRemindOn: effectsReminderOn(dueOn, working),
    });
    await tx.repository(InterimReviewTarget).insert(
      targets.map(({ target, period, value }) => ({
        reviewId: review.id, targetId: target.id, period, value, definition: definitionOf(target, target.metric) as never,
        waitingSince: dayAfter(interimOn), expectedOn: figureExpectedOn(period, target.decides),
      })),
    );
    return review;
  }
}

function keyOf({ missionId, interimOn }: { missionId: string; interimOn: string }): string {
  return `${missionId} ${interimOn}`;
}
