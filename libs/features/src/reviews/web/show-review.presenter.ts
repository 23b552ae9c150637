import { type Actor } from '#domain/access/permissions.js';
import { CHECK_KINDS, CHECK_OUTCOMES, type CheckOutcome, REVIEW_CHECKS } from '#domain/reviews/review-check.js';
import { REVIEW_DECISIONS, REVIEW_STATUS } from '#domain/reviews/review-status.js';
import { titleOfSubmission } from '#features/submissions/submission-name.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type ReviewDetail } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { type DeliverySections, deliverySections, type PromisesBeside, promisesBeside } from './delivery-sections.presenter.js';
import { type FigureRow, figureRows } from './figure-rows.presenter.js';
import { type ReviewMoves, reviewMoves } from './review-moves.presenter.js';

interface CheckShown {
  title: string;
  tag: { text: string; classes: string };
  findings: string[];
}

export interface ShowReviewPage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof reviewsWords.show;
  tags: string[];
  summary: { key: { text: string }; value: { text: string } }[];
  moves: ReviewMoves;
  /** Undefined until they have run. */
  checks: CheckShown[] | undefined;
  figures: FigureRow[];
  delivered: DeliverySections;
  promises: PromisesBeside | undefined;
  decisionReasons: { title: string; text: string }[];
  history: { what: string; by: string; when: string; reasons: { title: string; text: string }[] }[];
}

const TAG_OF_OUTCOME: Record<CheckOutcome, string> = { passed: 'govuk-tag--green', look: 'govuk-tag--yellow', failed: 'govuk-tag--red' };

/** @param today ISO date. */
export function showReviewPage(actor: Actor, today: string, detail: ReviewDetail): ShowReviewPage {
  const { review, submission, delivery } = detail;
  const overdue = review.dueOn < today && (review.status === 'queued' || review.status === 'claimed');
  const titles = new Map(delivery.sections.map(({ key, title }) => [key, title]));
  const named = ({ section, text }: { section: string | null; text: string }): { title: string; text: string } => ({
    title: titles.get(section ?? '') ?? '',
    text,
  });
  return {
    title: `${submission.reference}: ${titleOfSubmission(submission)}`,
    caption: reviewsWords.show.version(review.versionNumber),
    breadcrumbs: [{ text: reviewsWords.list.title, href: reviewsPaths.list }, { text: submission.reference }],
    words: reviewsWords.show,
    tags: [...(review.offTrack ? [reviewsWords.offTrack] : []), ...(overdue ? [reviewsWords.overdue] : [])],
    summary: summaryRows(detail),
    moves: reviewMoves(actor, detail),
    checks: review.checksDoneAt ? checksShown(detail) : undefined,
    figures: figureRows(detail.version.delivered, detail.standing),
    delivered: deliverySections(detail.version, detail.before),
    promises: promisesBeside(detail.version.delivered, detail.lastPeriod),
    decisionReasons: review.decisionReasons.map(named),
    history: detail.history.map(({ action, actorName, at, reasons }) => ({
      what: reviewsWords.moves[action] ?? action,
      by: actorName,
      when: longDateTime(at),
      reasons: reasons.map(named),
    })),
  };
}

function summaryRows({ review, submission, version, reviewerName }: ReviewDetail): ShowReviewPage['summary'] {
  const { rows, nobody } = reviewsWords.show;
  const pairs: [string, string][] = [
    [rows.department, submission.organisation.name],
    [rows.covers, submission.coversLabel],
    [rows.delivered, longDateTime(version.submittedAt)],
    [rows.since, longDateTime(review.queuedAt)],
    [rows.due, longDate(review.dueOn)],
    [rows.status, REVIEW_STATUS[review.status]],
    [rows.reviewer, reviewerName ?? nobody],
  ];
  if (review.decision && review.decidedAt) pairs.push([rows.decision, `${REVIEW_DECISIONS[review.decision]}, ${longDateTime(review.decidedAt)}`]);
  return pairs.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

function checksShown({ checks }: ReviewDetail): CheckShown[] {
  return CHECK_KINDS.flatMap((kind) => {
    const check = checks.find((candidate) => candidate.kind === kind);
    if (!check) return [];
    const { outcome, findings } = check;
    return [{ title: REVIEW_CHECKS[kind], tag: { text: CHECK_OUTCOMES[outcome], classes: TAG_OF_OUTCOME[outcome] }, findings }];
  });
}
