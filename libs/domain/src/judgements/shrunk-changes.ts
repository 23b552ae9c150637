import { normalCdf } from './normal-distribution.js';

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
 * normal, from the variance of a sum of independent chances.
 */
export function shareTrulyRisen(changes: readonly MeasuredChange[]): { share: number; lower: number; upper: number } {
  const between = varianceBetween(changes);
  const weights = changes.map(({ se }) => 1 / (se ** 2 + between));
  const pooled = sum(changes.map(({ change }, index) => change * (weights[index] ?? 0))) / sum(weights);
  const chances = changes.map(({ change, se }) => {
    const shrink = se ** 2 / (se ** 2 + between);
    const variance = (1 - shrink) * se ** 2 + shrink ** 2 / sum(weights);
    return normalCdf(((1 - shrink) * change + shrink * pooled) / Math.sqrt(variance));
  });
  const share = sum(chances) / chances.length;
  const margin = (1.645 * Math.sqrt(sum(chances.map((chance) => chance * (1 - chance))))) / chances.length;
  return { share, lower: Math.max(0, share - margin), upper: Math.min(1, share + margin) };
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
