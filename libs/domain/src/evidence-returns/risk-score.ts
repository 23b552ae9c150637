import { RISK_PROXIMITIES, type RiskProximity } from './evidence-return-choices.js';
import type { ReturnRisk, RiskScore } from './evidence-return-content.js';

export const RISK_SCORES: readonly RiskScore[] = [1, 2, 3, 4, 5];

export const IMPACTS: Record<RiskScore, string> = {
  1: 'Very low: the target is hardly touched',
  2: 'Low: made up for within the year',
  3: 'Medium: an interim value is missed',
  4: 'High: the target is in doubt',
  5: 'Very high: the target is missed',
};

export const LIKELIHOODS: Record<RiskScore, string> = {
  1: 'Very unlikely: less than 1 in 20',
  2: 'Unlikely: up to 1 in 4',
  3: 'Possible: up to 1 in 2',
  4: 'Likely: up to 4 in 5',
  5: 'Almost certain: more than 4 in 5',
};

/** Impact times likelihood, from 1 to 25. */
export function riskScore({ impact, likelihood }: Pick<ReturnRisk, 'impact' | 'likelihood'>): number {
  return impact * likelihood;
}

/** @param score from 1 to 25 */
export function riskInWords(score: number): 'Low' | 'Medium' | 'High' | 'Very high' {
  if (score >= 20) return 'Very high';
  if (score >= 12) return 'High';
  return score >= 5 ? 'Medium' : 'Low';
}

const PROXIMITY_ORDER = Object.keys(RISK_PROXIMITIES) as RiskProximity[];

/** The gravest first; of equal ones the nearest, then as they were written. */
export function risksByScore(risks: readonly ReturnRisk[]): ReturnRisk[] {
  return [...risks].sort(
    (left, right) => riskScore(right) - riskScore(left) || PROXIMITY_ORDER.indexOf(left.proximity) - PROXIMITY_ORDER.indexOf(right.proximity),
  );
}
