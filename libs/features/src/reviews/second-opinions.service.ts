import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { decisionBlockers } from '#domain/reviews/review-blockers.js';
import { textBlockers } from '#domain/reviews/review-questions.js';
import { type Acceptance } from '#domain/reviews/review-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleById } from '#features/access/people-to-tell.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { SECOND_CONFIRMED, SECOND_REFUSED, SECOND_WANTED } from '#features/notifications/texts/reviews.texts.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { claimsBetterThanFigures } from './claims-better.js';
import { DecisionEffects } from './decision-effects.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { FreeReviewers } from './free-reviewers.js';
import { type HeldReview, HeldReviews } from './held-reviews.js';
import { type Review } from './review.entity.js';
import { ReviewPost } from './review-post.js';
import { reviewsWords } from './reviews.words.js';

const NO_PROPOSAL: Partial<Review> = { proposedDecision: null, proposedReasons: [], proposedAt: null };

/** Where a return claims better than the figures, two reviewers accept it: one proposes, another confirms or refuses. */
@Injectable()
export class SecondOpinionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldReviews,
    private readonly effects: DecisionEffects,
    private readonly deliveries: DeliveriesQueries,
    private readonly judgements: JudgementsQueries,
    private readonly post: ReviewPost,
    private readonly free: FreeReviewers,
  ) {}

  /** By the figures when it came and by those of now: what was needed once stays so. */
  async isNeeded({ manager }: Pick<Transaction, 'manager'>, { review, submission }: HeldReview): Promise<boolean> {
    if (review.needsSecond) return true;
    const version = await this.deliveries.version(submission, review.versionNumber, manager);
    const standing = submission.missionId ? await this.judgements.standingOfMission(submission.missionId, manager) : null;
    return version !== null && claimsBetterThanFigures(version.delivered, standing).length > 0;
  }

  /** The first reviewer's acceptance waits; the other reviewers who may confirm it are told. The caller has checked that it may be made. */
  async propose(tx: Transaction, actor: Actor, held: HeldReview, decision: Acceptance, reasons: Review['proposedReasons']): Promise<void> {
    const { review, submission } = held;
    await this.held.save(tx, review, { status: 'proposed', proposedDecision: decision, proposedReasons: reasons, proposedAt: tx.now, needsSecond: true, lastActiveAt: tx.now });
    await this.held.record(tx, review, 'propose', actor, { reason: reasons.map(({ text }) => text).join('\n\n') });
    const others = (await this.free.of(tx, submission)).filter(({ id }) => id !== actor.id);
    await this.post.tellCouncil(tx, review, others, SECOND_WANTED, { by: actor.name });
    tx.describe({ proposed: decision, version: review.versionNumber });
  }

  /** The second, different reviewer agrees: now it is decided. @throws ApplicationError 403, 409, 422 as for a decision. */
  async confirm(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_SECOND_GIVEN', subject: `review:${id}`, facts: { confirmed: true } }, async (tx) => {
      const held = await this.held.hold(tx, id);
      await this.held.requireReviewer(tx, actor, held);
      await this.requireProposal(tx, actor, held, 'confirm', rowVersion);
      const blockers = decisionBlockers(await this.held.factsOf(tx, held, tx.now));
      if (blockers.length > 0) throw ApplicationError.invalid(blockers, reviewsWords.notDecided);
      const { proposedDecision: decision, proposedReasons: decisionReasons, reviewerId } = held.review;
      if (!decision) throw new Error(`review ${id} is proposed without a decision`);
      await this.held.save(tx, held.review, { status: 'decided', decision, decisionReasons, decidedAt: tx.now, secondReviewerId: actor.id, secondDecidedAt: tx.now });
      await this.held.record(tx, held.review, 'confirm', actor);
      await this.effects.settle(tx, actor, held, decision, decisionReasons);
      await this.post.tellCouncil(tx, held.review, await peopleById(tx, [reviewerId]), SECOND_CONFIRMED, { by: actor.name });
    });
  }

  /** The second reviewer does not agree: with the reason it goes back to the first, who decides anew. */
  async refuse(actor: Actor, id: string, { reason, rowVersion }: { reason: string; rowVersion: number }): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_SECOND_GIVEN', subject: `review:${id}`, facts: { confirmed: false } }, async (tx) => {
      const held = await this.held.hold(tx, id);
      await this.held.requireReviewer(tx, actor, held);
      await this.requireProposal(tx, actor, held, 'refuse', rowVersion);
      const blockers = textBlockers(reason, 'reason', reviewsWords.second.reasonMissing, reviewsWords.second.reasonName);
      if (blockers.length > 0) throw ApplicationError.invalid(blockers, reviewsWords.second.notRefused);
      await this.reopen(tx, held.review);
      await this.held.record(tx, held.review, 'refuse', actor, { reason });
      await this.post.tellCouncil(tx, held.review, await peopleById(tx, [held.review.reviewerId]), SECOND_REFUSED, { by: actor.name, reason: reason.trim() });
    });
  }

  /** The first reviewer changes their mind before anybody has confirmed. */
  async takeBack(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_PROPOSAL_TAKEN_BACK', subject: `review:${id}` }, async (tx) => {
      const held = await this.held.hold(tx, id);
      await this.requireProposal(tx, actor, held, 'take-back', rowVersion);
      await this.reopen(tx, held.review);
      await this.held.record(tx, held.review, 'take-back', actor);
    });
  }

  private async reopen(tx: Transaction, review: Review): Promise<void> {
    // the last reminder was for the second reviewers: the first is called to mind anew
    const lastReminder = (review.lastReminder ?? 0) < 0 ? null : review.lastReminder;
    await this.held.save(tx, review, { ...NO_PROPOSAL, status: 'claimed', lastActiveAt: tx.now, lastReminder });
  }

  private async requireProposal(tx: Transaction, actor: Actor, held: HeldReview, action: 'confirm' | 'refuse' | 'take-back', rowVersion: number): Promise<void> {
    const { review } = held;
    if (review.status === 'proposed' && review.reviewerId === actor.id && action !== 'take-back') {
      throw new ApplicationError('forbidden', 'own-proposal', reviewsWords.second.own);
    }
    await this.held.requireCurrent(tx, actor, held, action, rowVersion);
  }
}
