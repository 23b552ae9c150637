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

/** @throws ApplicationError 404 while there is neither a decision nor a proposal to confirm. */
export function decidedPage({ review, submission }: ReviewHead): DecidedPage {
  const { confirmation } = reviewsWords;
  const proposed = review.status === 'proposed';
  if (!review.decision && !proposed) throw ApplicationError.notFound(reviewsWords.aDecision);
  return {
    title: review.decision ? confirmation.titles[review.decision] : confirmation.proposed,
    reference: submission.reference,
    words: confirmation,
    next: review.decision ? confirmation.steps[review.decision] : confirmation.proposedStep,
    links: { show: reviewsPaths.show(review.id), list: reviewsPaths.list },
  };
}
