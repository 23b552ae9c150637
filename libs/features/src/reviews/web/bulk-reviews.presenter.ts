import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { CHECK_OUTCOMES, REVIEW_CHECKS } from '#domain/reviews/review-check.js';
import { SUBMISSION_KINDS } from '#domain/submissions/submission-status.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type HeldForBulk } from '../bulk-acceptance.queries.js';
import { type BulkResult } from '../queue-claims.service.js';
import { bulkWords } from '../review-queue.words.js';
import { reviewsPaths } from '../reviews.paths.js';
import { type BulkKind } from './bulk-results.js';
import { tickOf } from './list-reviews.form.js';

interface BulkPage<Words> {
  title: string;
  backLink: { text: string; href: string };
  words: Words;
}

export interface BulkAcceptPage extends BulkPage<typeof bulkWords.accept> {
  form: FormState<object>;
  action: string;
  groups: { id: string; heading: string; items: { value: string; text: string; hint: { text: string }; href: string }[] }[];
  alone: { reference: string; href: string; what: string; why: string[] }[];
}

export function bulkAcceptPage(held: HeldForBulk[], form: FormState<object>): BulkAcceptPage {
  const fit = held.filter(({ blockers }) => blockers.length === 0);
  const likenesses = [...new Set(fit.map(({ likeness }) => likeness))];
  return {
    title: bulkWords.accept.title,
    backLink: { text: bulkWords.accept.back, href: reviewsPaths.list },
    words: bulkWords.accept,
    form,
    action: reviewsPaths.bulkCheck,
    groups: likenesses.map((likeness, index) => {
      const alike = fit.filter((review) => review.likeness === likeness);
      const [{ kind, coversLabel }] = alike as [HeldForBulk];
      return {
        // The first group bears the id that the error summary leads to.
        id: index === 0 ? 'reviews' : `reviews-${index}`,
        heading: bulkWords.accept.group(SUBMISSION_KINDS[kind], coversLabel, alike.length),
        items: alike.map((review) => ({ value: review.id, text: `${review.reference}: ${describeSubmission(review)}`, hint: { text: review.organisation.name }, href: reviewsPaths.show(review.id) })),
      };
    }),
    alone: held.flatMap((review) => (review.blockers.length > 0 ? [{ reference: review.reference, href: reviewsPaths.show(review.id), what: describeSubmission(review), why: review.blockers }] : [])),
  };
}

export interface BulkCheckPage extends BulkPage<typeof bulkWords.check> {
  intro: string;
  action: string;
  ticks: string[];
  /** What was ticked and can no longer be accepted with others. */
  leftOut: { reference: string; href: string; why: string[] }[];
  reviews: {
    heading: string;
    href: string;
    what: string;
    rows: { key: { text: string }; value: { text: string } }[];
  }[];
}

/** @param ticked what was ticked and is still held */
export function bulkCheckPage(ticked: HeldForBulk[]): BulkCheckPage {
  const words = bulkWords.check;
  const chosen = ticked.filter(({ blockers }) => blockers.length === 0);
  return {
    title: words.title,
    backLink: { text: words.back, href: reviewsPaths.bulkAccept },
    words,
    intro: words.intro(chosen.length),
    action: reviewsPaths.bulkCheck,
    ticks: chosen.map(tickOf),
    leftOut: ticked.flatMap(({ id, reference, blockers }) => (blockers.length > 0 ? [{ reference, href: reviewsPaths.show(id), why: blockers }] : [])),
    reviews: chosen.map((review) => ({
      heading: review.reference,
      href: reviewsPaths.show(review.id),
      what: describeSubmission(review),
      rows: [
        { key: { text: words.department }, value: { text: review.organisation.name } },
        { key: { text: words.rating }, value: { text: review.rating ? DELIVERY_RATINGS[review.rating].words : words.noRating } },
        ...review.checks.map(({ kind, outcome, findings }) => ({
          key: { text: REVIEW_CHECKS[kind] },
          value: { text: `${CHECK_OUTCOMES[outcome]}. ${findings.join(' ')}` },
        })),
      ],
    })),
  };
}

export interface BulkDonePage extends BulkPage<typeof bulkWords.done> {
  lines: { reference: string; result: string }[];
  listHref: string;
}

export function bulkDonePage(kind: BulkKind, results: readonly BulkResult[]): BulkDonePage {
  const words = bulkWords.done;
  return {
    title: words[kind],
    backLink: { text: words.back, href: reviewsPaths.list },
    words,
    listHref: reviewsPaths.list,
    lines: results.map(({ reference, done, why }) => ({ reference, result: done === null ? words.not(why ?? words.unknown) : words.results[done] })),
  };
}
