import type { CountBehind, SeriesPoint } from './target-to-judge.js';

/** Phrases for the sentence: "the wrong way by more than …", "… leaves open whether it is on track". */
export const STANDARD_ERROR_BASES = {
  interval: 'the error in its published 95% interval',
  'unequal-interval': 'the error in the longer side of its published 95% interval',
  count: 'the sampling error of the count behind it',
  revisions: 'the error that past revisions of such figures show',
  combined: 'the error of the figures it is made of',
  rounding: 'its rounding error',
} as const;

export type StandardErrorBasis = keyof typeof STANDARD_ERROR_BASES;

export interface StandardError {
  /** In the unit of the figure; never below the rounding error. */
  readonly se: number;
  readonly basis: StandardErrorBasis;
}

/** What is known of a series' error beside the intervals of its figures. */
export interface PublishedError {
  readonly roundingUnit: number;
  readonly countBehind?: CountBehind;
  readonly pastRevisions?: readonly number[];
}

type PointInError = Pick<SeriesPoint, 'value' | 'lower' | 'upper' | 'combinedError'>;

const WIDTH_OF_95 = 3.92;
const REVISIONS_NEEDED = 3;

/**
 * No interval is not certainty. In this order: the published 95 % interval, (upper − lower)/3.92; else the count behind
 * the figure; else its past revisions (three or more); else rounding unit/√12. None may be smaller than the rounding
 * error, for an interval of `88 to 88` around 89 is rounding and not knowledge. A combined figure has the error of its
 * parts.
 *
 * An interval whose sides differ by more than the rounding of three published numbers can explain (two rounding units)
 * is taken at its longer side/1.96: too wide on one side is the honest mistake. So is an interval that does not hold its
 * figure, at its farther limit: it must not make a figure surer than one beside it. Limits the wrong way round or not
 * finite are no interval.
 */
export function standardErrorOf(point: PointInError, published: PublishedError): StandardError {
  const rounding = roundingErrorOf(point, published);
  const known = point.combinedError?.se ?? 0;
  if (known > 0) return { se: Math.hypot(known, rounding), basis: 'combined' };
  if (point.combinedError) return { se: rounding, basis: 'rounding' };
  const found =
    fromInterval(point, Math.abs(published.roundingUnit)) ??
    fromCount(point.value, published.countBehind) ??
    fromRevisions(published.pastRevisions ?? []);
  return found && found.se >= rounding ? found : { se: rounding, basis: 'rounding' };
}

/** rounding unit/√12, once for every rounded part of a combined figure. */
export function roundingErrorOf(
  { combinedError }: Pick<SeriesPoint, 'combinedError'>,
  { roundingUnit }: Pick<PublishedError, 'roundingUnit'>,
): number {
  return (Math.abs(roundingUnit) / Math.sqrt(12)) * Math.sqrt(combinedError?.roundings ?? 1);
}

function fromInterval({ value, lower, upper }: PointInError, roundingUnit: number): StandardError | undefined {
  if (lower === undefined || upper === undefined || !Number.isFinite(upper - lower) || lower > upper) return undefined;
  const slack = roundingUnit * (1 + 1e-9);
  const outside = lower > value + slack || upper < value - slack;
  if (outside) return { se: (2 * Math.max(Math.abs(upper - value), Math.abs(value - lower))) / WIDTH_OF_95, basis: 'unequal-interval' };
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

/** The root mean square of the changes, not their deviation: a revision that always goes one way is an error too. */
/** Root mean squares by their list: the same one, of thousands of changes, is asked for at every figure of a rule over areas. */
const rootMeanSquares = new WeakMap<readonly number[], number>();

function fromRevisions(changes: readonly number[]): StandardError | undefined {
  const known = rootMeanSquares.get(changes) ?? rootMeanSquareOf(changes.filter(Number.isFinite));
  rootMeanSquares.set(changes, known);
  return Number.isNaN(known) ? undefined : { se: known, basis: 'revisions' };
}

/** NaN for too few. */
function rootMeanSquareOf(changes: readonly number[]): number {
  if (changes.length < REVISIONS_NEEDED) return Number.NaN;
  const largest = changes.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
  if (largest === 0) return 0;
  // by the largest, so that no square passes what a double can hold
  return largest * Math.sqrt(changes.reduce((total, change) => total + (change / largest) ** 2, 0) / changes.length);
}
