import { REVIEW_DECISIONS } from '#domain/reviews/review-status.js';
import { type FormState } from '#platform/pages/form-state.js';
import { claimsBetterThanFigures } from '../claims-better.js';
import { type ReviewDetail } from '../review-detail.queries.js';
import { reviewsWords } from '../reviews.words.js';
import { reviewFormPage, type ReviewFormPage } from './review-form.presenter.js';

interface SecondValues {
  answer: string;
  reason: string;
  rowVersion: number;
}

/** What the second reviewer reads before answering. */
export interface SecondOpinionPage extends ReviewFormPage<SecondValues, typeof reviewsWords.second> {
  proposed: string;
  /** The first reviewer's reservations; empty where there are none. */
  reservations: string[];
  /** Where the return claims better than the figures. */
  because: string[];
  options: { value: string; text: string; hint: { text: string }; checked: boolean }[];
}

export function secondOpinionPage(detail: ReviewDetail, form: FormState<SecondValues>): SecondOpinionPage {
  const { second } = reviewsWords;
  const { review, reviewerName } = detail;
  const { answer } = form.values;
  return {
    ...reviewFormPage(detail, second, form),
    proposed: second.proposed(reviewerName ?? '', review.proposedDecision ? REVIEW_DECISIONS[review.proposedDecision] : ''),
    reservations: review.proposedReasons.map(({ text }) => text),
    because: claimsBetterThanFigures(detail.version.delivered, detail.standing),
    options: [
      { value: 'confirm', text: second.confirm, hint: { text: second.confirmHint }, checked: answer === 'confirm' },
      { value: 'refuse', text: second.refuse, hint: { text: second.refuseHint }, checked: answer === 'refuse' },
    ],
  };
}
