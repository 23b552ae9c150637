import type { AmbitionPaces, AmbitionReason, ComputedAmbition } from './ambition-finding.js';

/** So many independent figures are needed before anything is said. */
export const FIGURES_NEEDED = 5;
const LIKELY = 0.8;
const HARDLY = 0.05;

/**
 * Direction first: where history goes the wrong way, the usual course never meets the target, whatever a wide forecast says. Likely at
 * the least: not ambitious enough. Hardly at the most, and a pace that is not seen once in twenty windows: too ambitious.
 */
export function ambitionVerdict({ least, most }: { least: number; most: number }, { usual, needed, precedent }: AmbitionPaces): { verdict: ComputedAmbition; reason: AmbitionReason } {
  if (least >= LIKELY) return usual < 0 ? { verdict: 'right-level', reason: 'wrong-way' } : { verdict: 'not-ambitious-enough', reason: 'likely-anyway' };
  if (most > HARDLY) return { verdict: 'right-level', reason: usual < 0 ? 'wrong-way' : 'stretching' };
  if (!precedent) return { verdict: 'more-information-needed', reason: 'nothing-to-compare' };
  return needed > precedent.pace ? { verdict: 'too-ambitious', reason: 'no-precedent' } : { verdict: 'right-level', reason: 'has-precedent' };
}
