import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { type Delivery, type Reviewer, reviewerBlockers } from '#domain/reviews/review-blockers.js';
import { holdsDecision } from '#domain/reviews/review-questions.js';
import { positionsTowards, type ReviewAction, type ReviewFacts, REVIEW_WORKFLOW } from '#domain/reviews/review-workflow.js';
import { type SubmissionAction } from '#domain/submissions/submission-status.js';
import { type Refusal, transitionFor } from '#domain/workflow/transition-table.js';
import { User } from '#features/access/user.entity.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { Review } from './review.entity.js';
import { ReviewEvent, type ReviewEventAction } from './review-event.entity.js';
import { ReviewQuestion } from './review-question.entity.js';
import { ReviewerBars } from './reviewer-bars.js';
import { reviewsWords } from './reviews.words.js';

/** A review and its submission, both locked until the end of the transaction. */
export interface HeldReview {
  review: Review;
  submission: Submission;
  delivery: Delivery;
}

/** What every move of a review begins with: the locks, and whether this person may and nothing has changed meanwhile. */
@Injectable()
export class HeldReviews {
  constructor(
    private readonly deliveries: DeliveriesQueries,
    private readonly bars: ReviewerBars,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Review before submission, always: two moves at once wait for each other and never lock each other out. */
  async hold({ manager }: Pick<Transaction, 'manager'>, id: string): Promise<HeldReview> {
    const review = await manager.findOne(Review, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!review) throw ApplicationError.notFound(reviewsWords.aReview);
    const submission = await manager.findOneOrFail(Submission, { where: { id: review.submissionId }, lock: { mode: 'pessimistic_write' } });
    await requireOpenFramework(manager, submission);
    const authors = await this.deliveries.authorsOf(submission.id, manager);
    return { review, submission, delivery: { organisationId: submission.organisationId, authors, sections: sectionsOf(submission.kind) } };
  }

  /** Every reason against somebody as a reviewer of this: department, authorship, and what other rooms know. */
  async against(manager: EntityManager, reviewer: Reviewer, { submission, delivery }: HeldReview): Promise<Refusal[]> {
    return [...reviewerBlockers(reviewer, delivery), ...(await this.bars.against(manager, reviewer.id, submission))];
  }

  /** Whoever must not review is told so first, whatever state the review is in. @throws ApplicationError 403 */
  async requireReviewer({ manager }: Pick<Transaction, 'manager'>, actor: Actor, held: HeldReview): Promise<void> {
    const reasons = await this.against(manager, actor, held);
    if (reasons.length > 0) throw new ApplicationError('forbidden', 'may-not-review', reviewsWords.mayNotReview, reasons);
  }

  /** The table has the arrow, and nothing has changed since the page was opened. @throws ApplicationError 409 */
  async requireCurrent({ manager }: Pick<Transaction, 'manager'>, actor: Actor, { review }: HeldReview, action: ReviewAction, rowVersion: number): Promise<void> {
    const arrow = transitionFor(REVIEW_WORKFLOW, review.status, action, positionsTowards(review, actor));
    if (arrow && review.rowVersion === rowVersion) return;
    if (!arrow && review.status === 'claimed' && review.reviewerId && review.reviewerId !== actor.id) {
      const holder = await manager.findOneBy(User, { id: review.reviewerId });
      // Written at the moment of the hand-on, which is when the receiver's time with it began.
      const handOn = await manager.findOneBy(ReviewEvent, { reviewId: review.id, action: 'hand-on', toId: review.reviewerId, at: review.claimedAt ?? undefined });
      throw ApplicationError.conflict(reviewsWords.heldBy(holder?.name, handOn?.actorName), 'claimed-by-another');
    }
    if (action === 'claim' && review.status === 'claimed') throw ApplicationError.conflict(reviewsWords.claimedByYou, 'claimed-by-you');
    throw ApplicationError.conflict(reviewsWords.movedOn[review.status], `review-${review.status}`);
  }

  /** What a decision looks at, as it stands in this transaction. */
  async factsOf({ manager }: Pick<Transaction, 'manager'>, { review, submission, delivery }: HeldReview, now: Date): Promise<Omit<ReviewFacts, 'reviewer' | 'draft'>> {
    const questions = await manager.findBy(ReviewQuestion, { reviewId: review.id });
    return {
      delivery,
      checksDone: review.checksDoneAt !== null,
      roundsSentBack: submission.roundsSentBack,
      questionOpen: questions.some((question) => holdsDecision(question, londonDate(now))),
      needsSecond: review.needsSecond,
    };
  }

  async save(tx: Transaction, review: Review, change: Partial<Review>): Promise<void> {
    await tx.repository(Review).save(Object.assign(review, change));
  }

  /** The holder was seen at work. By SQL, so that the row's version stays and no open page is out of date by it. */
  async touch(tx: Transaction, reviewId: string): Promise<void> {
    await tx.manager.query('UPDATE reviews SET last_active_at = $1 WHERE id = $2', [tx.now, reviewId]);
  }

  /** Writes down what happened inside the council. */
  async record(
    tx: Transaction,
    review: Pick<Review, 'id'>,
    action: ReviewEventAction,
    by: Pick<Actor, 'kind' | 'id' | 'name'>,
    given: { from?: string | null; to?: { id: string; name: string }; reason?: string } = {},
  ): Promise<void> {
    await tx.repository(ReviewEvent).insert({
      reviewId: review.id,
      action,
      actorId: by.kind === 'user' ? by.id : null,
      actorName: by.name,
      fromId: given.from ?? null,
      toId: given.to?.id ?? null,
      toName: given.to?.name ?? null,
      reason: given.reason?.trim() ?? '',
      at: tx.now,
    });
  }

  async moveSubmission(
    tx: Transaction,
    actor: Actor,
    { review, submission }: HeldReview,
    action: Extract<SubmissionAction, 'start-review' | 'hand-back' | 'accept' | 'request-changes' | 'publish-unresolved'>,
    reasons: readonly { section: string | null; text: string }[] = [],
  ): Promise<void> {
    await this.submissions.moveInTransaction(tx, actor, submission, action, { reasons, versionNumber: review.versionNumber });
  }
}
