import { standardErrorOf } from '#domain/judgements/standard-error.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, overlapCorrelation } from '#domain/observations/period.js';

/** How a figure of a place has moved since the baseline of the target on it. */
export interface ChangeAtPlace {
  /** Latest less baseline, in the unit of the metric. */
  readonly difference: number;
  /** Beyond the two-sided 95 % error of the change, 1.96 standard errors; neither where it could be chance or rounding. */
  readonly shown: 'better' | 'worse' | 'neither';
  /** No interval is published for one of the two: nothing but their rounding is in the error. */
  readonly roundingOnly: boolean;
}

export interface MetricOfChange {
  readonly direction: 'higher-is-better' | 'lower-is-better';
  readonly roundingUnit: number;
  /** Periods (or days) from which on figures cannot be compared with those before. */
  readonly seriesBreaks: readonly { readonly from: string }[];
}

const TWO_SIDED_95 = 1.96;

/**
 * The change of one place, by the rule of the verdicts: se² = se_v² + se_0² − 2ρ·se_v·se_0, ρ from windows that overlap.
 * @returns undefined where there is nothing to compare: the same period, or a break of the series between the two
 */
export function changeAtPlace(baseline: SeriesPoint, latest: SeriesPoint, metric: MetricOfChange): ChangeAtPlace | undefined {
  if (comparePeriods(baseline.period, latest.period) >= 0) return undefined;
  if (metric.seriesBreaks.some(({ from }) => startOf(from) > baseline.period.start && startOf(from) <= latest.period.start)) return undefined;
  const [before, now] = [baseline, latest].map((point) => standardErrorOf(point, { roundingUnit: metric.roundingUnit }));
  if (!before || !now) return undefined;
  // rounding errors have nothing in common, however much the windows overlap
  const roundingOnly = before.basis === 'rounding' || now.basis === 'rounding';
  const correlation = roundingOnly ? 0 : overlapCorrelation(baseline.period, latest.period);
  const se = Math.sqrt(Math.max(0, before.se ** 2 + now.se ** 2 - 2 * correlation * before.se * now.se));
  const difference = latest.value - baseline.value;
  const better = metric.direction === 'higher-is-better' ? difference : -difference;
  return { difference, roundingOnly, shown: better > TWO_SIDED_95 * se ? 'better' : better < -TWO_SIDED_95 * se ? 'worse' : 'neither' };
}

/** First day of a period's key (`2021-01-01/P1Y`), or the day itself. */
function startOf(key: string): string {
  return key.split('/', 1)[0] ?? key;
}
