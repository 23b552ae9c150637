import { DELIVERY_RATINGS, type DeliveryRating, isConflict } from '#domain/judgements/delivery-rating.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import type { FigureLine } from './evidence-return-content.js';

/** One target whose figures contradict the department's rating: two steps apart, or green where the figures say nothing. */
export interface RatingConflict {
  target: string;
  title: string;
  /** "The rating is green; the computed verdict is off track." */
  message: string;
}

/** Every target that contradicts the rating; none before there is a rating, nor where nothing has been computed. */
export function ratingConflicts(rating: DeliveryRating | null, figures: readonly FigureLine[]): RatingConflict[] {
  if (rating === null) return [];
  return figures.flatMap(({ target, title, verdict }) => {
    if (verdict === null || !isConflict(verdict, rating)) return [];
    return [{ target, title, message: `The rating is ${DELIVERY_RATINGS[rating].words.toLowerCase()}; the computed verdict is ${VERDICTS[verdict]}.` }];
  });
}
