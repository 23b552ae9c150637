import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { REVIEW_WORKING_DAYS } from '#domain/reviews/review-clock.js';
import { OPEN_REVIEW_STATES } from '#domain/reviews/review-status.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { isOfClosedFramework } from '#features/frameworks/framework-standing.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { REVIEW_OPENED } from '#features/notifications/texts/reviews.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { claimsBetterThanFigures } from './claims-better.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { FreeReviewers } from './free-reviewers.js';
import { ReviewPost } from './review-post.js';
import { Review } from './review.entity.js';
import { RUN_REVIEW_CHECKS } from './run-review-checks.job.js';

/** Puts deliveries into the council's queue, and takes withdrawn ones out of it. */
@Injectable()
export class ReviewOpeningService {
  constructor(
    private readonly deliveries: DeliveriesQueries,
    private readonly judgements: JudgementsQueries,
    private readonly calendars: WorkingCalendars,
    private readonly free: FreeReviewers,
    private readonly post: ReviewPost,
  ) {}

  /**
   * Puts a delivered version into the queue, once however often it is asked, and asks for its checks.
   * @returns the review, or null where the delivery is gone: withdrawn meanwhile, or overtaken by a newer one.
   */
  async openInTransaction(tx: Transaction, delivery: { submissionId: string; versionNumber: number }): Promise<Review | null> {
    const { submissionId, versionNumber } = delivery;
    const open = await this.holdOpen(tx, submissionId);
    const submission = await tx.manager.findOne(Submission, { where: { id: submissionId }, lock: { mode: 'pessimistic_write' } });
    if (!submission || submission.deliveredVersions !== versionNumber || (await isOfClosedFramework(tx.manager, submission))) return null;
    const reviews = tx.repository(Review);
    const existing = await reviews.findOneBy({ submissionId, versionNumber });
    if (existing) return existing;
    if (submission.status !== 'submitted') return null;
    // What a withdrawal left open: a submission has one open review at most, that of its last delivery.
    for (const review of open) await reviews.save(Object.assign(review, { status: 'closed' as const }));
    const standing = submission.missionId ? await this.judgements.standingOfMission(submission.missionId, tx.manager) : null;
    const calendar = await this.calendars.of('england', tx.manager);
    const review: Review = await reviews.save({
      submissionId,
      versionNumber,
      status: 'queued',
      // A headline target of the mission stands off track or worse by the figures; a plan is of no one mission.
      offTrack: (standing?.computed?.counts.offTrackOrWorse ?? 0) > 0,
      needsSecond: await this.claimsBetter(tx, submission, versionNumber, standing),
      reviewerId: null,
      queuedAt: tx.now,
      claimedAt: null,
      dueOn: calendar.after(londonDate(tx.now), REVIEW_WORKING_DAYS),
      decision: null,
      decisionReasons: [],
      decidedAt: null,
      checksDoneAt: null,
    });
    await tx.enqueue(RUN_REVIEW_CHECKS, { reviewId: review.id });
    const version = { number: versionNumber, dueOn: review.dueOn };
    await this.post.tellCouncil(tx, review, await this.free.of(tx, submission), REVIEW_OPENED, version);
    return review;
  }

  /** Closes what is open for a submission that its department has withdrawn. @returns how many: none where it was decided already. */
  async closeInTransaction(tx: Transaction, submissionId: string): Promise<number> {
    const open = await this.holdOpen(tx, submissionId);
    const submission = await tx.manager.findOne(Submission, { where: { id: submissionId }, lock: { mode: 'pessimistic_write' } });
    if (submission?.status === 'submitted' || submission?.status === 'in-review') return 0;
    for (const review of open) await tx.repository(Review).save(Object.assign(review, { status: 'closed' as const }));
    return open.length;
  }

  private async claimsBetter(tx: Transaction, submission: Submission, versionNumber: number, standing: MissionStanding | null): Promise<boolean> {
    const version = await this.deliveries.version(submission, versionNumber, tx.manager);
    return version !== null && claimsBetterThanFigures(version.delivered, standing).length > 0;
  }

  private async holdOpen({ manager }: Transaction, submissionId: string): Promise<Review[]> {
    return manager.find(Review, { where: { submissionId, status: In([...OPEN_REVIEW_STATES]) }, lock: { mode: 'pessimistic_write' } });
  }
}
