import { type ReviewStatus } from './review-status.js';

export interface QueuedReview {
  id: string;
  status: ReviewStatus;
  /** The mission had a target off track when the delivery arrived. */
  offTrack: boolean;
  queuedAt: Date;
  reviewerId: string | null;
}

/** For `Array.sort`: off track first, then whoever has waited longest; the id settles what is left, so that two lists agree. */
export function compareInQueue(left: QueuedReview, right: QueuedReview): number {
  if (left.offTrack !== right.offTrack) return left.offTrack ? -1 : 1;
  const waited = left.queuedAt.getTime() - right.queuedAt.getTime();
  return waited === 0 ? (left.id < right.id ? -1 : 1) : waited;
}

/** The open reviews as one reviewer should see them: their own, then those that wait, then those that others hold. */
export function queueFor<Item extends QueuedReview>(reviewerId: string, reviews: readonly Item[]): Item[] {
  const group = ({ status, reviewerId: holder }: Item): number => (status === 'queued' ? 1 : holder === reviewerId ? 0 : 2);
  return reviews
    .filter(({ status }) => status === 'queued' || status === 'claimed')
    .sort((left, right) => group(left) - group(right) || compareInQueue(left, right));
}
