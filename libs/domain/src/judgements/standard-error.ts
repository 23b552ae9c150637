import type { CountBehind, SeriesPoint } from './target-to-judge.js';

/** Phrases for the sentence: "the wrong way by more than …", "… leaves open whether it is on track". */
export const STANDARD_ERROR_BASES = {
  interval: 'the error in its published 95% interval',
  'unequal-interval': 'the error in the longer side of its published 95% interval',
  count: 'the sampling error of the count behind it',
  rounding: 'its rounding error',
} as const;

export type StandardErrorBasis = keyof typeof STANDARD_ERROR_BASES;

export interface StandardError {
  /** In the unit of the figure; never below the rounding error. */
  readonly se: number;
  readonly basis: StandardErrorBasis;
}

const WIDTH_OF_95 = 3.92;

/**
 * No interval is not certainty. In this order: the published 95 % interval, (upper − lower)/3.92; else the count behind
 * the figure; else rounding unit/√12. None may be smaller than the rounding error, for an interval of `88 to 88` around
 * 89 is rounding and not knowledge.
 *
 * An interval whose sides differ by more than the rounding of three published numbers can explain (two rounding units)
 * is taken at its longer side/1.96: too wide on one side is the honest mistake. Limits the wrong way round, not finite,
 * or further from the figure than one rounding unit on the wrong side, are no interval.
 */
export function standardErrorOf(
  point: Pick<SeriesPoint, 'value' | 'lower' | 'upper'>,
  published: { readonly roundingUnit: number; readonly countBehind?: CountBehind },
): StandardError {
  const rounding = Math.abs(published.roundingUnit) / Math.sqrt(12);
  const found = fromInterval(point, Math.abs(published.roundingUnit)) ?? fromCount(point.value, published.countBehind);
  return found && found.se >= rounding ? found : { se: rounding, basis: 'rounding' };
}

function fromInterval(
  { value, lower, upper }: Pick<SeriesPoint, 'value' | 'lower' | 'upper'>,
  roundingUnit: number,
): StandardError | undefined {
  if (lower === undefined || upper === undefined || !Number.isFinite(upper - lower)) return undefined;
  const slack = roundingUnit * (1 + 1e-9);
  if (lower > upper || lower > value + slack || upper < value - slack) return undefined;
  const below = Math.max(0, value - lower);
  const above = Math.max(0, upper - value);
  if (Math.abs(above - below) <= 2 * slack) return { se: (upper - lower) / WIDTH_OF_95, basis: 'interval' };
  return { se: (2 * Math.max(above, below)) / WIDTH_OF_95, basis: 'unequal-interval' };
}

function fromCount(value: number, behind: CountBehind | undefined): StandardError | undefined {
  if (behind?.kind === 'poisson' && behind.events > 0) {
    return { se: Math.abs(value) / Math.sqrt(behind.events), basis: 'count' };
  }
  if (behind?.kind !== 'binomial' || !(behind.n > 0)) return undefined;
  const scale = behind.scale ?? 100;
  const share = Math.min(1, Math.max(0, value / scale));
  return { se: Math.abs(scale) * Math.sqrt((share * (1 - share)) / behind.n), basis: 'count' };
}
