import { Injectable } from '@nestjs/common';
import { type Actor, auditName, systemActor } from '#domain/access/permissions.js';
import { isQuiet, type LondonMoment, reminderDue } from '#domain/reviews/review-clock.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleById, peopleWithRoles } from '#features/access/people-to-tell.js';
import { isReminderTime } from '#features/calendar/reminder-hour.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { RETURNED_TO_QUEUE, REVIEW_DUE, REVIEW_OVERDUE, REVIEW_RETURNED, REVIEW_WAITS_OVERDUE, SECOND_OVERDUE } from '#features/notifications/texts/reviews.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { FreeReviewers } from './free-reviewers.js';
import { type HeldReview, HeldReviews } from './held-reviews.js';
import { Review } from './review.entity.js';
import { ReviewPost } from './review-post.js';

/** The clock of open reviews: signs of their holders, reminders, and the way back to the queue when nobody is heard of. */
@Injectable()
export class QuietReviewsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldReviews,
    private readonly calendars: WorkingCalendars,
    private readonly post: ReviewPost,
    private readonly free: FreeReviewers,
  ) {}

  /** The holder opened the review. Written once a day: nobody is quiet by the minute. */
  async see(actor: Actor, review: Pick<Review, 'id' | 'status' | 'reviewerId' | 'lastActiveAt'>, today: string): Promise<void> {
    requirePermission(actor, 'review.list');
    const seen = review.lastActiveAt && londonDate(review.lastActiveAt) === today;
    if (review.status !== 'claimed' || review.reviewerId !== actor.id || seen) return;
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_SEEN_BY_HOLDER', subject: `review:${review.id}` }, (tx) => this.held.touch(tx, review.id));
  }

  /** Reminds each holder 3 and 1 working days before the due date and once after it. @returns how many. */
  async remindHolders(now: Date): Promise<number> {
    const calendar = await this.calendars.of();
    const due = ({ status, dueOn, lastReminder }: Review): number | undefined => {
      const days = status === 'claimed' ? reminderDue(dueOn, londonDate(now), calendar) : undefined;
      return days === undefined || (lastReminder !== null && lastReminder <= days) ? undefined : days;
    };
    return this.each('claimed', (review) => due(review) !== undefined, 'remind-reviewers', 'REVIEWER_REMINDED', async (tx, { review }) => {
      const days = due(review) ?? 0;
      // By SQL, so that the holder's open page stays good.
      await tx.manager.query('UPDATE reviews SET last_reminder = $1 WHERE id = $2', [days, review.id]);
      const holder = await peopleById(tx, [review.reviewerId]);
      if (days === 0) await this.post.tellCouncil(tx, review, holder, REVIEW_OVERDUE, { dueOn: review.dueOn });
      else await this.post.tellCouncil(tx, review, holder, REVIEW_DUE, { dueOn: review.dueOn, days });
      tx.describe({ days });
    });
  }

  /** Tells the chair once of each review that is overdue while nobody holds it; again where it comes back to the queue so. @returns how many. */
  async tellOfWaiting(now: Date): Promise<number> {
    const today = londonDate(now);
    const overdue = ({ status, dueOn, lastReminder }: Review): boolean => status === 'queued' && dueOn < today && lastReminder === null;
    return this.each('queued', overdue, 'remind-reviewers', 'CHAIR_REMINDED', async (tx, { review }) => {
      await tx.manager.query('UPDATE reviews SET last_reminder = 0 WHERE id = $1', [review.id]);
      await this.post.tellCouncil(tx, review, await peopleWithRoles(tx, ['council-chair']), REVIEW_WAITS_OVERDUE, { dueOn: review.dueOn });
    });
  }

  /** Calls to mind, each working day at eight, what is overdue because no second reviewer has decided: those who may, and the chair. @returns how many. */
  async remindSeconds(now: Date): Promise<number> {
    if (!isReminderTime(now)) return 0;
    const [calendar, today] = [await this.calendars.of(), londonDate(now)];
    const daysLate = ({ dueOn }: Review): number => calendar.between(dueOn, today);
    const due = (review: Review): boolean => review.status === 'proposed' && review.dueOn < today && daysLate(review) > 0 && (review.lastReminder ?? 0) > -daysLate(review);
    return this.each('proposed', due, 'remind-reviewers', 'SECOND_REVIEWERS_REMINDED', async (tx, { review, submission }) => {
      await tx.manager.query('UPDATE reviews SET last_reminder = $1 WHERE id = $2', [-daysLate(review), review.id]);
      const [first] = await peopleById(tx, [review.reviewerId]);
      const others = (await this.free.of(tx, submission)).filter(({ id }) => id !== review.reviewerId);
      const told = new Map([...others, ...(await peopleWithRoles(tx, ['council-chair']))].map((person) => [person.id, person]));
      await this.post.tellCouncil(tx, review, [...told.values()], SECOND_OVERDUE, { by: first?.name ?? 'A reviewer', dueOn: review.dueOn });
      tx.describe({ daysLate: daysLate(review) });
    });
  }

  /** Puts back into the queue what has seen no sign of its holder for five working days. @returns how many. */
  async returnQuiet(now: Date): Promise<number> {
    const calendar = await this.calendars.of();
    const quiet = ({ status, lastActiveAt, claimedAt }: Review): boolean => {
      const seen = lastActiveAt ?? claimedAt;
      return status === 'claimed' && seen !== null && isQuiet(momentOf(seen), momentOf(now), calendar);
    };
    const waymark = { ...systemActor('job', 'return-quiet-reviews'), name: 'Waymark' };
    return this.each('claimed', quiet, waymark.id, 'REVIEW_RETURNED', async (tx, held) => {
      const holder = held.review.reviewerId;
      await this.held.record(tx, held.review, 'return', waymark, { from: holder });
      await this.held.save(tx, held.review, { status: 'queued', reviewerId: null, claimedAt: null, lastActiveAt: null, lastReminder: null });
      await this.held.moveSubmission(tx, waymark, held, 'hand-back');
      await this.tell(tx, held.review, holder);
      tx.describe({ holder });
    });
  }

  /** Each review that is due, looked at again under its locks: of two rounds at once one does it. */
  private async each(
    status: Review['status'],
    isDue: (review: Review) => boolean,
    job: string,
    event: string,
    work: (tx: Transaction, held: HeldReview) => Promise<void>,
  ): Promise<number> {
    const found = await this.unitOfWork.reader.find(Review, { where: { status, submission: { frameworkId: ofOpenFramework() } }, order: { dueOn: 'ASC', id: 'ASC' } });
    const turns = new EachInTurn();
    await turns.run(found.filter(isDue), ({ id }) => `review:${id}`, ({ id }) =>
      this.unitOfWork.run({ actor: auditName(systemActor('job', job)), event, subject: `review:${id}` }, async (tx) => {
        const held = await this.held.hold(tx, id);
        if (!isDue(held.review)) return 0;
        await work(tx, held);
        return 1;
      }),
    );
    return turns.finish();
  }

  private async tell(tx: Transaction, review: Review, holder: string | null): Promise<void> {
    const [person] = await peopleById(tx, [holder]);
    const chairs = await peopleWithRoles(tx, ['council-chair']);
    await this.post.tellCouncil(tx, review, [...(person ? [person] : []), ...chairs], REVIEW_RETURNED, { holder: person?.name ?? 'a reviewer' });
    await this.post.tellDepartment(tx, review.submissionId, RETURNED_TO_QUEUE, {});
  }
}

/** Made once: a formatter costs as much as a page. */
const LONDON_TIME = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function momentOf(instant: Date): LondonMoment {
  return { date: londonDate(instant), time: LONDON_TIME.format(instant) };
}
