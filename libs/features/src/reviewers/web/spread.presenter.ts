import { capitalised } from '#domain/judgements/figure-words.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { longDate } from '#platform/pages/dates.js';
import { fieldId, type FormState } from '#platform/pages/form-state.js';
import { type ReviewHeldByAbsent } from '../absences.queries.js';
import { type SpreadPlan, type SpreadResult } from '../review-spread.service.js';
import { type ReviewerAbsence } from '../reviewer-absence.entity.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { reviewersWords } from '../reviewers.words.js';
import { captionOf } from './absences.presenter.js';

const words = reviewersWords.absences.spread;

export interface SpreadValues {
  rowVersion: number;
  to: Record<string, unknown>;
}

interface SpreadLine {
  reference: string;
  href: string;
  what: string;
  due: string;
  version: { name: string; value: number };
  taker: { id: string; name: string; label: string; items: { value: string; text: string; selected: boolean }[]; errorMessage: { text: string } | undefined };
  note: string | undefined;
}

export interface SpreadPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  form: FormState<SpreadValues>;
  lines: SpreadLine[];
  /** Reviews that wait for a second reviewer and stay where they are. */
  stays: string[];
}

export function spreadPage({ absence, reviews, candidates, proposals }: SpreadPlan, form: FormState<SpreadValues>): SpreadPage {
  const lineOf = (review: ReviewHeldByAbsent): SpreadLine => {
    const proposed = proposals.find(({ reviewId }) => reviewId === review.id)?.candidateId ?? '';
    const typed = form.values.to?.[review.id];
    const chosen = typeof typed === 'string' ? typed : proposed;
    const free = candidates.filter(({ barredFrom }) => !barredFrom.has(review.id));
    const field = `to.${review.id}`;
    return {
      reference: review.reference,
      href: `/reviews/${review.id}`,
      what: capitalised(describeSubmission(review)),
      due: longDate(review.dueOn),
      version: { name: `versions[${review.id}]`, value: review.rowVersion },
      taker: {
        id: fieldId(field),
        name: `to[${review.id}]`,
        label: words.taker(review.reference),
        items: [
          ...free.map(({ id, name, load }) => ({ value: id, text: words.holds(name, load), selected: chosen === id })),
          { value: '', text: words.queue, selected: chosen === '' },
        ],
        errorMessage: form.errors[field],
      },
      note: proposed === '' ? words.barred : undefined,
    };
  };
  return {
    title: words.title,
    caption: captionOf(absence),
    backLink: { text: words.back, href: reviewersPaths.absences },
    words,
    form,
    lines: reviews.filter(({ status }) => status === 'claimed').map(lineOf),
    stays: reviews.filter(({ status }) => status === 'proposed').map(({ reference }) => words.proposed(reference)),
  };
}

export interface SpreadDonePage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words.results;
  lines: { reference: string; result: string }[];
}

export function spreadDonePage(absence: ReviewerAbsence, results: readonly SpreadResult[]): SpreadDonePage {
  const { results: done } = words;
  return {
    title: done.title,
    caption: captionOf(absence),
    backLink: { text: words.back, href: reviewersPaths.absences },
    words: done,
    lines: results.map(({ reference, takenBy, leftBecause }) => ({
      reference,
      result: leftBecause !== null ? done.left(leftBecause) : takenBy !== null ? done.handedOn(takenBy) : done.queued,
    })),
  };
}
