import { kendallTau } from './kendall-tau.js';

/** From which |τ-b| on a relation is called so. Size is judged beside significance: with many places a trifle is significant. */
export const STRENGTH_FROM = { weak: 0.1, moderate: 0.2, strong: 0.4 } as const;
/** A p at or above this is no evidence of any order. */
export const SIGNIFICANT_BELOW = 0.05;
/** Fewer places than this say nothing, whatever the number. */
export const FEWEST_PLACES = 10;

export type Strength = 'none' | keyof typeof STRENGTH_FROM;

/** How money goes with deprivation among the places that got some. */
export type MoneyAgainstDeprivation =
  | { readonly answer: 'nobody' | 'too-few' | 'no-order'; readonly places: number }
  | {
      readonly answer: 'found';
      readonly places: number;
      readonly tau: number;
      readonly p: number;
      readonly strength: Strength;
      /** More deprived places got more, or less. */
      readonly direction: 'more' | 'less' | 'neither';
      /** Large enough to speak of, and not what chance alone would do. */
      readonly robust: boolean;
    };

/** @param awarded places that got some money, with a deprivation score (higher is more deprived) and the amount */
export function moneyAgainstDeprivation(awarded: readonly { readonly score: number; readonly amount: number }[]): MoneyAgainstDeprivation {
  const places = awarded.length;
  if (places === 0) return { answer: 'nobody', places };
  if (places < FEWEST_PLACES) return { answer: 'too-few', places };
  const found = kendallTau(awarded.map(({ score, amount }) => ({ x: score, y: amount })));
  if (!found) return { answer: 'no-order', places };
  const { tau, p } = found;
  const strength = strengthOf(tau);
  return { answer: 'found', places, tau, p, strength, direction: strength === 'none' ? 'neither' : tau > 0 ? 'more' : 'less', robust: strength !== 'none' && p < SIGNIFICANT_BELOW };
}

export function strengthOf(tau: number): Strength {
  const size = Math.abs(tau);
  if (size < STRENGTH_FROM.weak) return 'none';
  if (size < STRENGTH_FROM.moderate) return 'weak';
  return size < STRENGTH_FROM.strong ? 'moderate' : 'strong';
}
