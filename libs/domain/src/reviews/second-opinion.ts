import { DELIVERY_RATINGS, type DeliveryRating, isAheadOf } from '#domain/judgements/delivery-rating.js';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';

/** A verdict that a rating is held against, with what it is of: the mission, or one target. */
export interface VerdictOf {
  title: string;
  verdict: Verdict | null | undefined;
}

/**
 * Where the return claims better than the figures: its rating stands two steps or more above a computed verdict, which for a
 * target off track is any claim to be on track. One plain sentence a contradiction; empty where no second reviewer is needed.
 */
export function claimsBetter(rating: DeliveryRating | null, verdicts: readonly VerdictOf[]): string[] {
  if (rating === null) return [];
  const words = DELIVERY_RATINGS[rating].words.toLowerCase();
  const found = verdicts.flatMap(({ title, verdict }) => (verdict && isAheadOf(rating, verdict) ? [`${title}: rated ${words}, but the figures say ${VERDICTS[verdict]}.`] : []));
  return [...new Set(found)];
}
