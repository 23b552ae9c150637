import { REVIEW_DECISIONS, REVIEW_STATUS } from '#domain/reviews/review-status.js';
import { MOST_ROUNDS } from '#domain/submissions/submission-status.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type ReviewDetail } from '../review-detail.queries.js';
import { reviewsWords } from '../reviews.words.js';

/** A row of GOV.UK Frontend's summary list. */
export interface SummaryRow {
  key: { text: string };
  value: { text: string };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Who, what, since when, how late, and how it stands. */
export function reviewSummary({ review, submission, version, reviewerName, secondName }: ReviewDetail): SummaryRow[] {
  const { rows, nobody, onTime, late, extensions, rounds, confirmedBy } = reviewsWords.show;
  const days = daysBetween(submission.dueOn, londonDate(version.submittedAt));
  const pairs: [string, string][] = [
    [rows.department, submission.organisation.name],
    [rows.covers, submission.coversLabel],
    [rows.delivered, longDateTime(version.submittedAt)],
    [rows.timing, days > 0 ? late(days) : onTime],
    [rows.extensions, extensions(submission.extensions, longDate(submission.firstDueOn))],
    [rows.rounds, rounds(submission.roundsSentBack, MOST_ROUNDS)],
    [rows.since, longDateTime(review.queuedAt)],
    [rows.due, longDate(review.dueOn)],
    [rows.status, REVIEW_STATUS[review.status]],
    [rows.reviewer, secondName ? confirmedBy(reviewerName ?? '', secondName) : (reviewerName ?? nobody)],
  ];
  if (review.proposedDecision && review.proposedAt && !review.decision) pairs.push([rows.proposal, `${REVIEW_DECISIONS[review.proposedDecision]}, ${longDateTime(review.proposedAt)}`]);
  if (review.decision && review.decidedAt) pairs.push([rows.decision, `${REVIEW_DECISIONS[review.decision]}, ${longDateTime(review.decidedAt)}`]);
  return pairs.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
