import { type Actor } from '#domain/access/permissions.js';
import { titleOfSubmission } from '#features/submissions/submission-name.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { barredBy, reviewMoves } from './review-moves.presenter.js';

/** What every form page about a review shows beside its form. */
export interface ReviewFormPage<Values, Words> {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: Words;
  form: FormState<Values>;
}

export function reviewFormPage<Values, Words extends { title: string }>(
  { review, submission }: ReviewHead,
  words: Words,
  form: FormState<Values>,
): ReviewFormPage<Values, Words> {
  return {
    title: words.title,
    caption: `${submission.reference}: ${titleOfSubmission(submission)}`,
    backLink: { text: reviewsWords.backToReview, href: reviewsPaths.show(review.id) },
    words,
    form,
  };
}

/**
 * What happened to a review that is not in this reader's hands, or is decided: an old link to its decision leads to the review then, which
 * says so. Undefined where the decision is theirs, and for whoever is barred: they are told why instead.
 */
export function whatHappened(actor: Actor, head: ReviewHead): string | undefined {
  const { review, reviewerName, handedOnBy } = head;
  if (barredBy(actor, head).length > 0) return undefined;
  if (review.status !== 'claimed') return reviewsWords.movedOn[review.status];
  return review.reviewerId === actor.id ? undefined : reviewsWords.heldBy(reviewerName, handedOnBy);
}

/** A move that has a page of its own. */
export type ReviewMove = 'decide' | 'second' | 'ask' | 'handBack' | 'handOn';

/**
 * Can this reader make it now? Nobody fills in a form in vain.
 * @throws ApplicationError 403 with every reason for whoever never can.
 */
export function mayMove(actor: Actor, head: ReviewHead, move: ReviewMove): boolean {
  if (reviewMoves(actor, head)[move]) return true;
  const barred = barredBy(actor, head);
  if (barred.length > 0) throw new ApplicationError('forbidden', 'may-not-review', reviewsWords.mayNotReview, barred);
  if (move === 'second' && head.review.status === 'proposed') throw new ApplicationError('forbidden', 'own-proposal', reviewsWords.second.own);
  return false;
}

/**
 * The same for a page that says itself what stands against the move.
 * @throws ApplicationError 403 or 409 with every reason.
 */
export function requireMove(actor: Actor, head: ReviewHead, move: ReviewMove): void {
  if (mayMove(actor, head, move)) return;
  const reasons = reviewMoves(actor, head).whyNot.map((message) => ({ code: 'not-now', message }));
  throw ApplicationError.conflict(reviewsWords.movedOn[head.review.status], `review-${head.review.status}`, reasons);
}
