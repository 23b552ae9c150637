import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type DecisionDraft, decisionBlockers } from '#domain/reviews/review-blockers.js';
import { isAcceptance } from '#domain/reviews/review-status.js';
import { actionOf } from '#domain/reviews/review-workflow.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DecisionEffects } from './decision-effects.js';
import { type HeldReview, HeldReviews } from './held-reviews.js';
import { reviewsWords } from './reviews.words.js';
import { SecondOpinionsService } from './second-opinions.service.js';

/** A decision as its page was filled in, on the review as its page showed it. */
export interface AskedDecision {
  draft: DecisionDraft;
  rowVersion: number;
}

/** Claims and decisions. Each moves the submission with it, in the same transaction. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly held: HeldReviews,
    private readonly effects: DecisionEffects,
    private readonly seconds: SecondOpinionsService,
  ) {}

  /** @throws ApplicationError 403 with every reason against this reviewer, 409 when somebody was faster. */
  async claim(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_CLAIMED', subject: `review:${id}` }, async (tx) => {
      const held = await this.held.hold(tx, id);
      await this.held.requireReviewer(tx, actor, held);
      await this.held.requireCurrent(tx, actor, held, 'claim', rowVersion);
      await this.held.save(tx, held.review, { status: 'claimed', reviewerId: actor.id, claimedAt: tx.now, lastActiveAt: tx.now, lastReminder: null });
      await this.held.moveSubmission(tx, actor, held, 'start-review');
    });
  }

  /** Puts a claimed review back into the queue, at its old place. */
  async handBack(actor: Actor, id: string, rowVersion: number): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_HANDED_BACK', subject: `review:${id}` }, async (tx) => {
      const held = await this.held.hold(tx, id);
      await this.held.requireCurrent(tx, actor, held, 'hand-back', rowVersion);
      await this.held.save(tx, held.review, { status: 'queued', reviewerId: null, claimedAt: null, lastActiveAt: null, lastReminder: null });
      await this.held.moveSubmission(tx, actor, held, 'hand-back');
    });
  }

  /** What a decision would be refused for, without making it: the check before "check your decision". */
  async requireDecidable(actor: Actor, id: string, asked: AskedDecision): Promise<void> {
    requirePermission(actor, 'review.decide');
    await this.unitOfWork.reader.transaction(async (manager) => {
      const held = await this.held.hold({ manager }, id);
      const needsSecond = await this.seconds.isNeeded({ manager }, held);
      await this.requireDraft({ manager }, actor, held, asked, needsSecond, this.clock.now());
    });
  }

  /**
   * Accepts with or without reservations, sends named sections back with reasons, or publishes unresolved. Submission, job and
   * notices are of the same transaction. An acceptance of what claims better than the figures is proposed to a second reviewer.
   * @throws ApplicationError 403 for whoever may not, 409 when the review has moved on, 422 with reasons by field.
   */
  async decide(actor: Actor, id: string, asked: AskedDecision): Promise<void> {
    requirePermission(actor, 'review.decide');
    const { decision } = asked.draft;
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_DECIDED', subject: `review:${id}` }, async (tx) => {
      const held = await this.held.hold(tx, id);
      const needsSecond = await this.seconds.isNeeded(tx, held);
      await this.requireDraft(tx, actor, held, asked, needsSecond, tx.now);
      const reasons = asked.draft.reasons.map(({ section, text }) => ({ section, text: text.trim() }));
      if (needsSecond && isAcceptance(decision)) {
        await this.seconds.propose(tx, actor, held, decision, reasons);
        return;
      }
      await this.held.save(tx, held.review, { status: 'decided', decision, decisionReasons: reasons, decidedAt: tx.now });
      await this.effects.settle(tx, actor, held, decision, reasons);
    });
  }

  private async requireDraft(
    scope: Pick<Transaction, 'manager'>,
    actor: Actor,
    held: HeldReview,
    { draft, rowVersion }: AskedDecision,
    needsSecond: boolean,
    now: Date,
  ): Promise<void> {
    await this.held.requireReviewer(scope, actor, held);
    await this.held.requireCurrent(scope, actor, held, actionOf(draft.decision, needsSecond), rowVersion);
    const reasons = decisionBlockers({ ...(await this.held.factsOf(scope, held, now)), draft });
    if (reasons.length > 0) throw ApplicationError.invalid(reasons, reviewsWords.notDecided);
  }
}
