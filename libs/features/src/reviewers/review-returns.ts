import { Injectable } from '@nestjs/common';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { RETURNED_TO_QUEUE } from '#features/notifications/texts/reviews.texts.js';
import { HeldReviews } from '#features/reviews/held-reviews.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewPost } from '#features/reviews/review-post.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';

/** Waymark itself, as the history names it. */
export const WAYMARK: Actor = { ...systemActor('job', 'return-reviews-of-absent'), name: 'Waymark' };

/** Puts what somebody holds back into the queue, at its old place, when they are away. */
@Injectable()
export class ReviewReturns {
  constructor(
    private readonly held: HeldReviews,
    private readonly post: ReviewPost,
  ) {}

  /**
   * @param by whose doing it is: Waymark's, or that of a member who saw to the leave
   * @returns the submission's reference; null where they hold it no longer.
   */
  async returnInTransaction(tx: Transaction, id: string, { holder, by, reason }: { holder: string; by: Actor; reason: string }): Promise<string | null> {
    // what stands when a framework is closed stays so
    if (!(await tx.repository(Review).existsBy({ id, submission: { frameworkId: ofOpenFramework() } }))) return null;
    const held = await this.held.hold(tx, id);
    if (held.review.status !== 'claimed' || held.review.reviewerId !== holder) return null;
    await this.held.record(tx, held.review, 'return', by, { from: holder, reason });
    await this.held.save(tx, held.review, { status: 'queued', reviewerId: null, claimedAt: null, lastActiveAt: null, lastReminder: null });
    await this.held.moveSubmission(tx, WAYMARK, held, 'hand-back');
    await this.post.tellDepartment(tx, held.submission.id, RETURNED_TO_QUEUE, {});
    return held.submission.reference;
  }
}
