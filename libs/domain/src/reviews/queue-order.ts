import { REVIEW_RISK_LEVELS, type ReviewRisk } from './review-risk.js';
import { isOpenReview, type ReviewStatus } from './review-status.js';

export interface QueuedReview {
  id: string;
  status: ReviewStatus;
  risk: ReviewRisk;
  queuedAt: Date;
  reviewerId: string | null;
}

/** Where a review stands in somebody's queue: the key that its order goes by, and that a page of it ends with. */
export type QueuePlace = readonly [group: number, risk: number, since: string, id: string];

/**
 * What they hold first, then what waits for a reviewer or a second one, then what others do; by risk, then whoever has waited longest;
 * the id settles what is left.
 */
export function placeInQueue(reviewerId: string, { id, status, risk, queuedAt, reviewerId: holder }: QueuedReview): QueuePlace {
  const theirs = holder === reviewerId;
  const waits = status === 'queued' || (status === 'proposed' && !theirs);
  const group = waits ? 1 : theirs && status === 'claimed' ? 0 : 2;
  return [group, REVIEW_RISK_LEVELS.indexOf(risk), queuedAt.toISOString(), id];
}

/** For `Array.sort`. */
export function comparePlaces(left: QueuePlace, right: QueuePlace): number {
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other !== undefined && part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

/** The open reviews in the order in which one reviewer should see them. */
export function queueFor<Item extends QueuedReview>(reviewerId: string, reviews: readonly Item[]): Item[] {
  return reviews
    .filter(({ status }) => isOpenReview(status))
    .map((item) => ({ item, place: placeInQueue(reviewerId, item) }))
    .sort((left, right) => comparePlaces(left.place, right.place))
    .map(({ item }) => item);
}
