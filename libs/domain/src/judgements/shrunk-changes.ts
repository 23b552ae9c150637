import { chanceBelow, normalCdf } from './normal-distribution.js';

/** The change of one area and its standard error (above zero); positive is better. */
export interface MeasuredChange {
  readonly change: number;
  readonly se: number;
}

/**
 * Which changes are real when many are looked at together: Benjamini and Hochberg (1995), false discovery rate q, on
 * two-sided normal p-values. The largest k with p(k) ≤ q·k/m decides; all up to it are shown.
 * @returns for each change, in the order given, whether it is shown
 */
export function shownAmongMany(changes: readonly MeasuredChange[], q: number): boolean[] {
  const chances = changes.map(({ change, se }) => 2 * normalCdf(-Math.abs(change) / se));
  const ordered = [...chances].sort((a, b) => a - b);
  const last = ordered.findLastIndex((chance, index) => chance <= (q * (index + 1)) / ordered.length);
  const limit = ordered[last] ?? -1;
  return chances.map((chance) => chance <= limit);
}

/**
 * The share of areas that truly rose. Each change is shrunk to the pooled change by its own error: with B = se²/(se² +
 * τ²), mean (1−B)·change + B·μ and variance (1−B)·se² + B²·var(μ), where μ is the precision-weighted mean and τ² the
 * variance between areas (DerSimonian and Laird 1986). The share is the mean chance of a rise; its 90 % bounds are
 * normal. All areas share the error of μ, so they rise or fall together by it: where they do not differ (τ² = 0), either
 * all rose or none did, and many areas make the share no surer.
 */
export function shareTrulyRisen(changes: readonly MeasuredChange[]): { share: number; lower: number; upper: number } {
  const between = varianceBetween(changes);
  const precision = sum(changes.map(({ se }) => 1 / (se ** 2 + between)));
  const pooled = sum(changes.map(({ change, se }) => change / (se ** 2 + between))) / precision;
  const areas = changes.map(({ change, se }) => {
    const shrink = se ** 2 / (se ** 2 + between);
    const own = Math.sqrt((1 - shrink) * se ** 2);
    const common = shrink / Math.sqrt(precision);
    return { mean: (1 - shrink) * change + shrink * pooled, own, common };
  });
  const share = mean(areas.map(({ mean: middle, own, common }) => normalCdf(middle / Math.hypot(own, common))));
  const margin = 1.645 * Math.sqrt(varianceOfShare(areas));
  return { share, lower: Math.max(0, share - margin), upper: Math.min(1, share + margin) };
}

/** What is left of an area's change to chance: by an error of its own, and by that of μ, which all have in common. */
interface ShrunkChange {
  readonly mean: number;
  readonly own: number;
  readonly common: number;
}

/** At a given μ the areas are independent: the mean of the variances there, and the variance of the shares over μ. */
function varianceOfShare(areas: readonly ShrunkChange[]): number {
  let [weights, shares, squares, within] = [0, 0, 0, 0];
  for (let z = -4; z <= 4; z += 0.05) {
    const weight = Math.exp((-z * z) / 2);
    const chances = areas.map(({ mean: middle, own, common }) => 1 - chanceBelow(0, middle + z * common, own));
    const share = mean(chances);
    weights += weight;
    shares += weight * share;
    squares += weight * share ** 2;
    within += (weight * sum(chances.map((chance) => chance * (1 - chance)))) / areas.length ** 2;
  }
  return Math.max(0, squares / weights - (shares / weights) ** 2) + within / weights;
}

function varianceBetween(changes: readonly MeasuredChange[]): number {
  const weights = changes.map(({ se }) => 1 / se ** 2);
  const total = sum(weights);
  const mean = sum(changes.map(({ change }, index) => change * (weights[index] ?? 0))) / total;
  const spread = sum(changes.map(({ change }, index) => (change - mean) ** 2 * (weights[index] ?? 0)));
  const room = total - sum(weights.map((weight) => weight ** 2)) / total;
  return room > 0 ? Math.max(0, (spread - (changes.length - 1)) / room) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}
