import { titleOfSubmission } from '#features/submissions/submission-name.js';
import { type ComparedDeliveries } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { type DeliverySections, sectionsBeside } from './delivery-sections.presenter.js';

export interface CompareReviewPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof reviewsWords.compare;
  blank: string;
  /** Undefined where nothing was delivered for the period before. */
  period: DeliverySections | undefined;
}

export function compareReviewPage({ review, submission, version, lastPeriod }: ComparedDeliveries): CompareReviewPage {
  const { compare, show } = reviewsWords;
  const then = lastPeriod && { ...lastPeriod, title: compare.then(lastPeriod.reference, lastPeriod.label, lastPeriod.number) };
  return {
    title: compare.title,
    caption: `${submission.reference}: ${titleOfSubmission(submission)}`,
    backLink: { text: reviewsWords.backToReview, href: reviewsPaths.show(review.id) },
    words: compare,
    blank: show.blank,
    period: then
      ? { intro: compare.intro(lastPeriod.reference, lastPeriod.label, lastPeriod.accepted), sections: sectionsBeside(version, then, compare.now(version.number)) }
      : undefined,
  };
}
