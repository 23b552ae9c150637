import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { textBlockers } from '#domain/reviews/review-questions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { HeldReviews } from './held-reviews.js';
import { ReviewNote } from './review-note.entity.js';
import { reviewsWords } from './reviews.words.js';

/** Notes to the file: the council writes and reads them, the department never does. */
@Injectable()
export class ReviewNotesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldReviews,
  ) {}

  /** @throws ApplicationError 403 for anybody of the submitting department or on secondment from it, 422 without a text. */
  async add(actor: Actor, reviewId: string, text: string): Promise<void> {
    requirePermission(actor, 'review.note');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REVIEW_NOTE_ADDED', subject: `review:${reviewId}` }, async (tx) => {
      const held = await this.held.hold(tx, reviewId);
      const { review, submission } = held;
      if ([actor.organisationId, actor.homeOrganisationId].includes(submission.organisationId)) throw ApplicationError.forbidden(reviewsWords.mayNotReview, 'own-department');
      const words = reviewsWords.note;
      const blockers = textBlockers(text, 'text', words.missing, words.name);
      if (blockers.length > 0) throw ApplicationError.invalid(blockers, words.notAdded);
      await tx.repository(ReviewNote).insert({ submissionId: submission.id, reviewId, text: text.trim(), authorId: actor.id, authorName: actor.name, at: tx.now });
      if (review.status === 'claimed' && review.reviewerId === actor.id) await this.held.touch(tx, reviewId);
    });
  }
}
