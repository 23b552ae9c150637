import { type DeliveryRating, isConflict, stepsApart } from '#domain/judgements/delivery-rating.js';
import { isOffTrackOrWorse, isOnTrackOrBetter, type Verdict } from '#domain/judgements/verdict.js';

/** How much a delivery calls for a reviewer's eye, worst first. */
export const REVIEW_RISKS = {
  high: 'High risk',
  some: 'Some risk',
  usual: 'No sign of risk',
} as const;

export type ReviewRisk = keyof typeof REVIEW_RISKS;

export const REVIEW_RISK_LEVELS = Object.keys(REVIEW_RISKS) as ReviewRisk[];

export interface RiskFacts {
  /** A headline target of the mission stood off track or worse when it was delivered, or stands so now. */
  offTrack: boolean;
  /** The department's own rating; null where the kind has none or none was given. */
  rating: DeliveryRating | null;
  /** The mission's computed verdict now; undefined where nothing has been computed. */
  verdict: Verdict | undefined;
  /** Marked overdue at any time. */
  deliveredLate: boolean;
  roundsSentBack: number;
  /** The first return on its mission of a department that took the lead over from another. */
  newLead: boolean;
}

/** A level with every reason for it, the grave ones first; the usual level has none. */
export interface RiskOfReview {
  level: ReviewRisk;
  reasons: string[];
}

/**
 * The rule of the queue. High: the figures are off track or worse, or the department rates itself better than they do. Some: it
 * came late, was sent back before, or is the first of a new lead. Nobody weighs points: a level follows from its gravest reason.
 */
export function riskOf(facts: RiskFacts): RiskOfReview {
  const { offTrack, rating, verdict, deliveredLate, roundsSentBack, newLead } = facts;
  const grave = [
    ...(offTrack ? ['Figures off track or worse'] : []),
    ...(rating !== null && verdict !== undefined && isBetterThanFigures(rating, verdict) ? ['Rated better than the figures'] : []),
  ];
  const others = [
    ...(deliveredLate ? ['Delivered late'] : []),
    ...(roundsSentBack > 0 ? [roundsSentBack === 1 ? 'Sent back once before' : `Sent back ${roundsSentBack} times before`] : []),
    ...(newLead ? ['First return of a new lead'] : []),
  ];
  return { level: grave.length > 0 ? 'high' : others.length > 0 ? 'some' : 'usual', reasons: [...grave, ...others] };
}

/**
 * Any step better on the one ladder: green or amber-green where the figures are not on track, amber where they are off track, amber-red
 * where they deteriorate or the target was missed. Where the figures have no step on it, only a claim of green is better.
 */
export function isBetterThanFigures(rating: DeliveryRating, verdict: Verdict): boolean {
  if (stepsApart(verdict, rating) === undefined) return isConflict(verdict, rating);
  if (rating === 'green' || rating === 'amber-green') return !isOnTrackOrBetter(verdict);
  if (rating === 'amber') return isOffTrackOrWorse(verdict);
  return rating === 'amber-red' && (verdict === 'deteriorating' || verdict === 'missed');
}
