import { type Actor, may } from '#domain/access/permissions.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { isDue, isInState, passesFilter, type QueueFilter } from '#domain/reviews/queue-filter.js';
import { comparePlaces, placeInQueue } from '#domain/reviews/queue-order.js';
import { REVIEW_RISKS, type ReviewRisk } from '#domain/reviews/review-risk.js';
import { REVIEW_DECISIONS } from '#domain/reviews/review-status.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { cursorOf, keyOfCursor } from '#platform/api/page-query.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type FormState } from '#platform/pages/form-state.js';
import { queueWords } from '../review-queue.words.js';
import { reviewsPaths } from '../reviews.paths.js';
import { type DecidedItem, type NamedReview, type QueueItem, type ReviewQueue } from '../reviews.queries.js';
import { reviewsWords } from '../reviews.words.js';
import { queueFilters, type QueueFilters } from './list-filters.presenter.js';
import { tickOf } from './list-reviews.form.js';

/** Lines of one page. */
export const QUEUE_PAGE = 50;

interface Line {
  reference: string;
  href: string;
  what: string;
  department: string;
}

interface Tag {
  text: string;
  classes: string;
}

export interface QueueLine extends Line {
  /** Undefined where there is nothing to claim. */
  tick: { id: string; value: string; label: string } | undefined;
  risk: Tag;
  reasons: string[];
  since: string;
  due: string;
  status: string;
  tags: Tag[];
}

export interface ListReviewsPage {
  title: string;
  words: typeof queueWords;
  form: FormState<object>;
  links: { text: string; href: string }[];
  filters: QueueFilters;
  counts: string;
  found: string;
  nothing: string | undefined;
  /** Null for whoever cannot claim. */
  claims: { takeNext: string; several: string } | null;
  queue: QueueLine[];
  barred: { summary: string; lines: (Line & { why: string[] })[] } | undefined;
  decided: (Line & { decision: string; decided: string })[];
  paging: { next: string | undefined; first: string | undefined };
}

const TAG_OF_RISK: Record<ReviewRisk, string> = { high: 'govuk-tag--red', some: 'govuk-tag--yellow', usual: 'govuk-tag--grey' };

export interface AskedQueue {
  filter: QueueFilter;
  cursor: string | undefined;
  form: FormState<object>;
  /** ISO date. */
  today: string;
}

export function listReviewsPage(actor: Actor, { items, barred }: ReviewQueue, decided: DecidedItem[], { filter, cursor, form, today }: AskedQueue): ListReviewsPage {
  const reader = { readerId: actor.id, today };
  const found = items.filter((item) => passesFilter(item, filter, reader));
  const key = keyOfCursor(cursor, ['months', 'months', 'instant', 'text']) as [number, number, string, string] | undefined;
  const rest = key ? found.filter((item) => comparePlaces(placeInQueue(actor.id, item), key) > 0) : found;
  const page = rest.slice(0, QUEUE_PAGE);
  const last = page.at(-1);
  const claims = may(actor, 'review.decide');
  // The error summary leads to the first box.
  const firstToClaim = page.find(({ status }) => status === 'queued');
  const filters = queueFilters([...items, ...barred], filter);
  return {
    title: queueWords.title,
    words: queueWords,
    form,
    links: linksOf(claims),
    filters,
    counts: queueWords.counts(countsOf(items, reader)),
    found: queueWords.found(found.length, items.length),
    nothing: found.length > 0 ? undefined : items.length > 0 ? queueWords.emptyFilter : queueWords.empty,
    claims: claims ? { takeNext: reviewsPaths.takeNext, several: reviewsPaths.bulkClaim } : null,
    queue: page.map((item) => queueLine(item, reader, claims ? (item === firstToClaim ? 'reviews' : `review-${item.id}`) : undefined)),
    barred: barred.length === 0 ? undefined : { summary: queueWords.barred.summary(barred.length), lines: barred.map((item) => ({ ...lineOf(item), why: item.bars.map((bar) => queueWords.barred[bar]) })) },
    decided: decided.map((item) => ({ ...lineOf(item), decision: REVIEW_DECISIONS[item.decision], decided: longDateTime(item.decidedAt) })),
    paging: {
      next: last && rest.length > QUEUE_PAGE ? filters.addressOf({ cursor: cursorOf(placeInQueue(actor.id, last)) }) : undefined,
      first: key ? filters.addressOf({}) : undefined,
    },
  };
}

function linksOf(claims: boolean): ListReviewsPage['links'] {
  const { accept, workload, leave, interests, templates } = queueWords.links;
  return [
    ...(claims ? [{ text: accept, href: reviewsPaths.bulkAccept }] : []),
    { text: workload, href: '/reviews/workload' },
    { text: leave, href: '/council/absences' },
    { text: interests, href: '/council/interests/mine' },
    { text: templates, href: '/council/reason-templates' },
  ];
}

function countsOf(items: readonly QueueItem[], { readerId, today }: { readerId: string; today: string }): Parameters<typeof queueWords.counts>[0] {
  const inState = (state: Parameters<typeof isInState>[1]): number => items.filter((item) => isInState(item, state, readerId)).length;
  return {
    waiting: inState('waiting'), mine: inState('mine'), others: inState('others'), second: inState('second'), question: inState('question'),
    overdue: items.filter(({ dueOn }) => isDue(dueOn, 'overdue', today)).length,
  };
}

function queueLine(item: QueueItem, { readerId, today }: { readerId: string; today: string }, boxId: string | undefined): QueueLine {
  const { tags } = queueWords;
  return {
    ...lineOf(item),
    tick: boxId !== undefined && item.status === 'queued' ? { id: boxId, value: tickOf(item), label: queueWords.select(item.reference) } : undefined,
    risk: { text: REVIEW_RISKS[item.risk], classes: TAG_OF_RISK[item.risk] },
    reasons: item.riskReasons,
    since: longDateTime(item.queuedAt),
    due: longDate(item.dueOn),
    status: statusOf(item, readerId),
    tags: [
      ...(item.dueOn < today ? [{ text: tags.overdue, classes: 'govuk-tag--red' }] : []),
      ...(item.questionOpen ? [{ text: tags.question, classes: 'govuk-tag--blue' }] : []),
      ...(item.needsSecond ? [{ text: tags.second, classes: 'govuk-tag--purple' }] : []),
    ],
  };
}

function lineOf(item: NamedReview): Line {
  const what = describeSubmission(item);
  const version = item.versionNumber > 1 ? ` (${reviewsWords.version(item.versionNumber)})` : '';
  return {
    reference: item.reference,
    href: reviewsPaths.show(item.id),
    what: `${capitalised(what)}${version}`,
    department: item.organisation.name,
  };
}

function statusOf({ status, reviewerId, reviewerName, checksDone }: QueueItem, readerId: string): string {
  if (status === 'queued') return checksDone ? queueWords.waiting : queueWords.checksRunning;
  if (status === 'proposed') return reviewerId === readerId ? queueWords.yourProposal : queueWords.proposedBy(reviewerName);
  return reviewerId === readerId ? queueWords.yours : queueWords.heldBy(reviewerName);
}
