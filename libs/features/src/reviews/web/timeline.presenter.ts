import { longDateTime } from '#platform/pages/dates.js';
import { type ReviewDetail } from '../review-detail.queries.js';
import { titledReasons } from '../review-post.js';
import { reviewsWords } from '../reviews.words.js';

/** One thing that happened, as the council reads it. */
export interface TimelineItem {
  what: string;
  by: string;
  when: string;
  reasons: { title: string; text: string }[];
}

/** All that happened to the submission, deliveries, decisions, questions, extensions, marks, and what the council did inside; oldest first. */
export function timelineOf({ history, inside, submission }: Pick<ReviewDetail, 'history' | 'inside' | 'submission'>): TimelineItem[] {
  const moves = history.map(({ action, actorName, at, reasons }) => ({
    at,
    what: reviewsWords.moves[action] ?? action,
    by: actorName,
    when: longDateTime(at),
    reasons: titledReasons(submission.kind, reasons),
  }));
  const own = inside.map(({ action, actorName, toName, at, reason }) => ({
    at,
    what: [wordsOf(action, reason), ...(toName === null ? [] : [reviewsWords.insideTo(toName)])].join(' '),
    by: actorName,
    when: longDateTime(at),
    reasons: reason === '' ? [] : [{ title: '', text: reason }],
  }));
  // Stable: what happened at one moment keeps the order in which it was written.
  return [...moves, ...own].sort((left, right) => left.at.getTime() - right.at.getTime()).map(({ what, by, when, reasons }) => ({ what, by, when, reasons }));
}

/** A review comes back for one of two causes: its holder went quiet, or is on leave, which its reason says. */
function wordsOf(action: ReviewDetail['inside'][number]['action'], reason: string): string {
  return action === 'return' && reason !== '' ? reviewsWords.returned : reviewsWords.inside[action];
}
