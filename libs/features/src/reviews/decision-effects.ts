import { Injectable } from '@nestjs/common';
import { type Actor } from '#domain/access/permissions.js';
import { type ReviewDecision } from '#domain/reviews/review-status.js';
import { ACTION_OF_DECISION } from '#domain/reviews/review-workflow.js';
import { DECISION_TEXTS } from '#features/notifications/texts/reviews.texts.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type HeldReview, HeldReviews } from './held-reviews.js';
import { ReviewPost, titledReasons } from './review-post.js';

/** What follows from a decision, in its own transaction: the submission moves, and the department is told. */
@Injectable()
export class DecisionEffects {
  constructor(
    private readonly held: HeldReviews,
    private readonly post: ReviewPost,
  ) {}

  /** @param actor whose word it is in the end: the reviewer, or the second one who confirmed */
  async settle(tx: Transaction, actor: Actor, held: HeldReview, decision: ReviewDecision, reasons: HeldReview['review']['decisionReasons']): Promise<void> {
    const { submission, review } = held;
    await this.held.moveSubmission(tx, actor, held, ACTION_OF_DECISION[decision], reasons);
    await this.post.tellDepartment(tx, submission.id, DECISION_TEXTS[decision], { reasons: titledReasons(submission.kind, reasons) });
    tx.describe({ decision, sections: reasons.map(({ section }) => section), version: review.versionNumber });
  }
}
