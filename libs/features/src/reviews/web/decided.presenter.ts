import { ApplicationError } from '#platform/errors/application-error.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';

export interface DecidedPage {
  title: string;
  reference: string;
  words: typeof reviewsWords.confirmation;
  next: string;
  links: { show: string; list: string };
}

/** @throws ApplicationError 404 while there is no decision to confirm. */
export function decidedPage({ review, submission }: ReviewHead): DecidedPage {
  if (!review.decision) throw ApplicationError.notFound(reviewsWords.aDecision);
  const { confirmation } = reviewsWords;
  return {
    title: confirmation.titles[review.decision],
    reference: submission.reference,
    words: confirmation,
    next: confirmation.steps[review.decision],
    links: { show: reviewsPaths.show(review.id), list: reviewsPaths.list },
  };
}
