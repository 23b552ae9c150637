import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { ENGLAND } from '#domain/calendar/working-calendar.js';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { type DecisionDraft, decisionBlockers, reviewerBlockers } from '#domain/reviews/review-blockers.js';
import { type ReviewAction, ACTION_OF_DECISION, positionsTowards, REVIEW_WORKFLOW } from '#domain/reviews/review-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { RECORD_DEPARTMENT_JUDGEMENT } from '#features/judgements/record-department-judgement.job.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DecisionPost } from './decision-post.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { Review } from './review.entity.js';
import { reviewsWords } from './reviews.words.js';
import { RUN_REVIEW_CHECKS } from './run-review-checks.job.js';

/** Working days that the council has for a review. */
export const REVIEW_WORKING_DAYS = 10;

/** A decision as its page was filled in, on the review as its page showed it. */
export interface AskedDecision {
  draft: DecisionDraft;
  rowVersion: number;
}

/** A review and its submission, both locked until the end of the transaction. */
interface HeldReview {
  review: Review;
  submission: Submission;
  authors: string[];
}

/** The moves of a review. Each moves the submission with it, in the same transaction. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly deliveries: DeliveriesQueries,
    private readonly judgements: JudgementsQueries,
    private readonly decisionPost: DecisionPost,
  ) {}

  /** @throws ApplicationError 403 with every reason against this reviewer, 409 when somebody was faster. */
  async claim(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_CLAIMED', subject: `review:${id}` }, async (transaction) => {
      const held = await this.hold(transaction, id);
      this.requireReviewer(actor, held);
      await this.requireCurrent(transaction, actor, held, 'claim', rowVersion);
      await this.save(transaction, held.review, { status: 'claimed', reviewerId: actor.id, claimedAt: transaction.now });
      await this.moveSubmission(transaction, actor, held, 'start-review');
    });
  }

  /** Puts a claimed review back into the queue, at its old place. */
  async handBack(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_HANDED_BACK', subject: `review:${id}` }, async (transaction) => {
      const held = await this.hold(transaction, id);
      await this.requireCurrent(transaction, actor, held, 'hand-back', rowVersion);
      await this.save(transaction, held.review, { status: 'queued', reviewerId: null, claimedAt: null });
      await this.moveSubmission(transaction, actor, held, 'hand-back');
    });
  }

  /** What a decision would be refused for, without making it: the check before "check your decision". */
  async requireDecidable(actor: Actor, id: string, { draft, rowVersion }: AskedDecision): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.reader.transaction(async (manager) => {
      const held = await this.hold({ manager }, id);
      await this.requireDraft({ manager }, actor, held, draft, rowVersion);
    });
  }

  /**
   * Accepts, or sends named sections back with reasons. Submission, job and letters are of the same transaction.
   * @throws ApplicationError 403 for whoever may not, 409 when the review has moved on, 422 with reasons by field.
   */
  async decide(actor: Actor, id: string, { draft, rowVersion }: AskedDecision): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_DECIDED', subject: `review:${id}` }, async (transaction) => {
      const held = await this.hold(transaction, id);
      await this.requireDraft(transaction, actor, held, draft, rowVersion);
      const reasons = draft.reasons.map(({ section, text }) => ({ section, text: text.trim() }));
      await this.save(transaction, held.review, {
        status: 'decided',
        decision: draft.decision,
        decisionReasons: reasons,
        decidedAt: transaction.now,
      });
      await this.moveSubmission(transaction, actor, held, ACTION_OF_DECISION[draft.decision], reasons);
      if (draft.decision === 'accepted' && held.submission.kind === 'evidence-return') await this.recordRating(transaction, held.review);
      await this.decisionPost.tellDepartment(transaction, held.submission.id, { decision: draft.decision, reasons });
      transaction.describe({ decision: draft.decision, sections: reasons.map(({ section }) => section), version: held.review.versionNumber });
    });
  }

  /**
   * Puts a delivered version into the queue, once however often it is asked, and asks for its checks.
   * @returns the review, or null where the delivery is gone: withdrawn meanwhile, or overtaken by a newer one.
   */
  async openInTransaction(transaction: Transaction, delivery: { submissionId: string; versionNumber: number }): Promise<Review | null> {
    const { submissionId, versionNumber } = delivery;
    const open = await this.holdOpen(transaction, submissionId);
    const submission = await transaction.manager.findOne(Submission, { where: { id: submissionId }, lock: { mode: 'pessimistic_write' } });
    if (!submission || submission.deliveredVersions !== versionNumber) return null;
    const reviews = transaction.repository(Review);
    const existing = await reviews.findOneBy({ submissionId, versionNumber });
    if (existing) return existing;
    if (submission.status !== 'submitted') return null;
    // What a withdrawal left open: a submission has one open review at most, that of its last delivery.
    for (const review of open) await this.save(transaction, review, { status: 'closed' });
    const review = await reviews.save({
      submissionId,
      versionNumber,
      status: 'queued',
      offTrack: await this.isOffTrack(transaction, submission),
      reviewerId: null,
      queuedAt: transaction.now,
      claimedAt: null,
      dueOn: ENGLAND.after(londonDate(transaction.now), REVIEW_WORKING_DAYS),
      decision: null,
      decisionReasons: [],
      decidedAt: null,
      checksDoneAt: null,
    });
    await transaction.enqueue(RUN_REVIEW_CHECKS, { reviewId: review.id });
    return review;
  }

  /** Closes what is open for a submission that its department has withdrawn. @returns how many: none where it was decided already. */
  async closeInTransaction(transaction: Transaction, submissionId: string): Promise<number> {
    const open = await this.holdOpen(transaction, submissionId);
    const submission = await transaction.manager.findOne(Submission, { where: { id: submissionId }, lock: { mode: 'pessimistic_write' } });
    if (submission?.status === 'submitted' || submission?.status === 'in-review') return 0;
    for (const review of open) await this.save(transaction, review, { status: 'closed' });
    return open.length;
  }

  /** A headline target of the mission stands off track or worse by the figures; a plan is of no one mission. */
  private async isOffTrack({ manager }: Transaction, { missionId }: Submission): Promise<boolean> {
    const standing = missionId ? await this.judgements.standingOfMission(missionId, manager) : null;
    return (standing?.computed?.counts.offTrackOrWorse ?? 0) > 0;
  }

  private async holdOpen({ manager }: Transaction, submissionId: string): Promise<Review[]> {
    const open = [{ submissionId, status: 'queued' as const }, { submissionId, status: 'claimed' as const }];
    return manager.find(Review, { where: open, lock: { mode: 'pessimistic_write' } });
  }

  /** Review before submission, always: two moves at once wait for each other and never lock each other out. */
  private async hold({ manager }: Pick<Transaction, 'manager'>, id: string): Promise<HeldReview> {
    const review = await manager.findOne(Review, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!review) throw ApplicationError.notFound(reviewsWords.aReview);
    const submission = await manager.findOneOrFail(Submission, { where: { id: review.submissionId }, lock: { mode: 'pessimistic_write' } });
    return { review, submission, authors: await this.deliveries.authorsOf(submission.id, manager) };
  }

  /** Whoever must not review is told so first, whatever state the review is in. */
  private requireReviewer(actor: Actor, { submission, authors }: HeldReview): void {
    const reasons = reviewerBlockers(actor, { organisationId: submission.organisationId, authors, sections: [] });
    if (reasons.length > 0) throw new ApplicationError('forbidden', 'may-not-review', reviewsWords.mayNotReview, reasons);
  }

  /** The table has the arrow, and nothing has changed since the page was opened. */
  private async requireCurrent(
    { manager }: Pick<Transaction, 'manager'>,
    actor: Actor,
    { review }: HeldReview,
    action: ReviewAction,
    rowVersion: number,
  ): Promise<void> {
    const arrow = transitionFor(REVIEW_WORKFLOW, review.status, action, positionsTowards(review, actor));
    if (arrow && review.rowVersion === rowVersion) return;
    if (review.status === 'claimed' && review.reviewerId && review.reviewerId !== actor.id) {
      const holder = await manager.findOneBy(User, { id: review.reviewerId });
      throw ApplicationError.conflict(reviewsWords.claimedBy(holder?.name), 'claimed-by-another');
    }
    if (action === 'claim' && review.status === 'claimed') throw ApplicationError.conflict(reviewsWords.claimedByYou, 'claimed-by-you');
    throw ApplicationError.conflict(reviewsWords.movedOn[review.status], `review-${review.status}`);
  }

  private async requireDraft(scope: Pick<Transaction, 'manager'>, actor: Actor, held: HeldReview, draft: DecisionDraft, rowVersion: number): Promise<void> {
    this.requireReviewer(actor, held);
    await this.requireCurrent(scope, actor, held, ACTION_OF_DECISION[draft.decision], rowVersion);
    const { submission, authors, review } = held;
    const delivery = { organisationId: submission.organisationId, authors, sections: sectionsOf(submission.kind) };
    const reasons = decisionBlockers({ delivery, checksDone: review.checksDoneAt !== null, draft });
    if (reasons.length > 0) throw ApplicationError.invalid(reasons, reviewsWords.notDecided);
  }

  private async save(transaction: Transaction, review: Review, change: Partial<Review>): Promise<void> {
    await transaction.repository(Review).save(Object.assign(review, change));
  }

  private async moveSubmission(
    transaction: Transaction,
    actor: Actor,
    { review, submission }: HeldReview,
    action: 'start-review' | 'hand-back' | 'accept' | 'request-changes',
    reasons: { section: string; text: string }[] = [],
  ): Promise<void> {
    await this.submissions.moveInTransaction(transaction, actor, submission, action, { reasons, versionNumber: review.versionNumber });
  }

  private async recordRating(transaction: Transaction, { submissionId, versionNumber }: Review): Promise<void> {
    const { id } = await transaction.repository(SubmissionVersion).findOneByOrFail({ submissionId, number: versionNumber });
    await transaction.enqueue(RECORD_DEPARTMENT_JUDGEMENT, { submissionVersionId: id });
  }
}
