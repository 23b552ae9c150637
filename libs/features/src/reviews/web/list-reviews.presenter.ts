import { REVIEW_DECISIONS } from '#domain/reviews/review-status.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { reviewsPaths } from '../reviews.paths.js';
import { type DecidedItem, type QueueItem } from '../reviews.queries.js';
import { reviewsWords } from '../reviews.words.js';

interface Line {
  reference: string;
  href: string;
  what: string;
  department: string;
}

export interface QueueLine extends Line {
  offTrack: boolean;
  since: string;
  due: string;
  overdue: boolean;
  status: string;
}

export interface DecidedLine extends Line {
  decision: string;
  decided: string;
}

export interface ListReviewsPage {
  title: string;
  words: typeof reviewsWords.list;
  tags: { offTrack: string; overdue: string };
  queue: QueueLine[];
  decided: DecidedLine[];
}

/** @param today ISO date. */
export function listReviewsPage(reader: { id: string }, today: string, queue: QueueItem[], decided: DecidedItem[]): ListReviewsPage {
  return {
    title: reviewsWords.list.title,
    words: reviewsWords.list,
    tags: { offTrack: reviewsWords.offTrack, overdue: reviewsWords.overdue },
    queue: queue.map((item) => ({
      ...lineOf(item),
      offTrack: item.offTrack,
      since: longDateTime(item.queuedAt),
      due: longDate(item.dueOn),
      overdue: item.dueOn < today,
      status: statusOf(item, reader.id),
    })),
    decided: decided.map((item) => ({ ...lineOf(item), decision: REVIEW_DECISIONS[item.decision], decided: longDateTime(item.decidedAt) })),
  };
}

function lineOf(item: QueueItem): Line {
  const what = describeSubmission(item);
  const version = item.versionNumber > 1 ? ` (${reviewsWords.version(item.versionNumber)})` : '';
  return {
    reference: item.reference,
    href: reviewsPaths.show(item.id),
    what: `${what.charAt(0).toUpperCase()}${what.slice(1)}${version}`,
    department: item.organisation.name,
  };
}

function statusOf({ status, reviewerId, reviewerName, checksDone }: QueueItem, readerId: string): string {
  if (status === 'queued') return checksDone ? reviewsWords.list.waiting : reviewsWords.list.checksRunning;
  return reviewerId === readerId ? reviewsWords.list.yours : reviewsWords.list.heldBy(reviewerName);
}
