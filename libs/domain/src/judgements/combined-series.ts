import { pointOfPeriod } from './prepared-series.js';
import { type PublishedError, standardErrorOf } from './standard-error.js';
import type { CombinedError, SeriesPoint } from './target-to-judge.js';

/** A figure that enters a combined one: an error of 1 in it is an error of `weight` in the whole. */
export interface WeightedPart {
  readonly point: SeriesPoint;
  readonly weight: number;
  readonly published: PublishedError;
}

/** One series, and one to set against it period by period. The second is rounded like the first. */
export interface SeriesPair {
  readonly own: readonly SeriesPoint[];
  readonly other: readonly SeriesPoint[];
  /** What is known of the error of the first series; of the second only the rounding is. */
  readonly published: PublishedError;
}

/**
 * `own` over `other`, at every period for which both have a figure and the denominator is not zero. The relative errors
 * are combined, as of independent figures: se² = (se_a² + r²·se_b²)/b², which holds for a numerator of zero too.
 */
export function ratioSeries(pair: SeriesPair): SeriesPoint[] {
  return combined(pair, 'ratio', (a, b) => (b === 0 ? undefined : { value: a / b, weights: [1 / b, a / b / b] }));
}

/** d·(other − own): how far `own` is behind `other`; negative where it is ahead. se² = se_a² + se_b². */
export function distanceSeries(pair: SeriesPair, direction: 1 | -1): SeriesPoint[] {
  return combined(pair, 'distance', (a, b) => ({ value: direction * (b - a), weights: [1, 1] }));
}

/** Errors that are known add up in squares; parts that are only rounded are counted with their squared weights. */
export function combinedErrorOf(parts: readonly WeightedPart[]): CombinedError {
  let [se, roundings] = [0, 0];
  for (const { point, weight, published } of parts) {
    const error = standardErrorOf(point, published);
    if (error.basis === 'rounding') roundings += weight ** 2 * (point.combinedError?.roundings ?? 1);
    else se = Math.hypot(se, weight * error.se);
  }
  return { se, roundings };
}

/** Keys of the cells that figures stand on, each once; of a combined figure those of its parts. */
export function keysOf(points: readonly SeriesPoint[]): string[] {
  return [...new Set(points.flatMap((point) => point.parts ?? [point.key]))];
}

interface Combination {
  readonly value: number;
  readonly weights: readonly [number, number];
}

function combined(
  { own, other, published }: SeriesPair,
  name: string,
  combine: (a: number, b: number) => Combination | undefined,
): SeriesPoint[] {
  const known = other.filter(({ value }) => Number.isFinite(value));
  return own.flatMap((point) => {
    const beside = pointOfPeriod(known, point.period.key);
    const found = beside && combine(point.value, beside.value);
    if (!beside || !found) return [];
    const combinedError = combinedErrorOf([
      { point, weight: found.weights[0], published },
      { point: beside, weight: found.weights[1], published: { roundingUnit: published.roundingUnit } },
    ]);
    // figures so large or small that their ratio is beyond all numbers are no figures
    if (![found.value, combinedError.se, combinedError.roundings].every(Number.isFinite)) return [];
    return [
      {
        key: `${name} ${point.key} ${beside.key}`,
        period: point.period,
        value: found.value,
        provisional: point.provisional === true || beside.provisional === true,
        parts: keysOf([point, beside]),
        combinedError,
      },
    ];
  });
}
