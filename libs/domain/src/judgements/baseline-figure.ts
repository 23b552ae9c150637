import { comparePeriods, overlapCorrelation } from '#domain/observations/period.js';
import { touchesYear } from './prepared-series.js';
import { breakBetween } from './series-breaks.js';
import { type StandardErrorBasis, standardErrorOf } from './standard-error.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';

/** A figure with its error. */
export interface MeasuredPoint {
  readonly point: SeriesPoint;
  readonly se: number;
  readonly basis: StandardErrorBasis;
}

/** What change is measured from: one figure, or the mean of several, which stands at the mean of their times. */
export interface BaselineFigure {
  readonly points: readonly MeasuredPoint[];
  readonly value: number;
  /** Decimal year. */
  readonly at: number;
  readonly se: number;
  /** "school year 2018/19", "the mean of 2014 to 2016, 2015 to 2017 and 2016 to 2018" */
  readonly label: string;
}

export function measured(point: SeriesPoint, target: TargetToJudge): MeasuredPoint {
  return { point, ...standardErrorOf(point, target) };
}

export function baselineOf(points: readonly SeriesPoint[], target: TargetToJudge): BaselineFigure {
  const parts = points.map((point) => measured(point, target));
  const count = parts.length;
  const variance = sum(parts.map((a) => sum(parts.map((b) => covariance(a, b))))) / count ** 2;
  const labels = points.map((point) => point.period.label);
  return {
    points: parts,
    value: sum(points.map((point) => point.value)) / count,
    at: sum(points.map((point) => point.period.middle)) / count,
    se: Math.sqrt(Math.max(0, variance)),
    label: count === 1 ? (labels[0] ?? '') : `the mean of ${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`,
  };
}

/** ρ·se_v·se_0, for a mean averaged over its figures. */
export function covarianceWith(baseline: BaselineFigure, latest: MeasuredPoint): number {
  return sum(baseline.points.map((part) => covariance(part, latest))) / baseline.points.length;
}

/**
 * The two other baselines that every verdict is also computed from: the period before, and the mean of the three
 * before. Shock years and first periods of a standard are skipped, and what lies before a break of the series; where
 * too few are left the alternative does not exist.
 */
export function alternativeBaselines(
  series: readonly SeriesPoint[],
  baseline: SeriesPoint,
  target: TargetToJudge,
): BaselineFigure[] {
  const before = series.filter(
    ({ period }) =>
      comparePeriods(period, baseline.period) < 0 &&
      !touchesYear(period, target.shockYears ?? []) &&
      !(target.firstPeriodsOfStandard ?? []).includes(period.key) &&
      !breakBetween(target.breaks ?? [], period, baseline.period),
  );
  const choices = [before.slice(-1), before.slice(-3)];
  return choices.filter((points, index) => points.length === [1, 3][index]).map((points) => baselineOf(points, target));
}

/** Rounding errors of two figures have nothing in common, however much their windows overlap. */
function covariance(a: MeasuredPoint, b: MeasuredPoint): number {
  if (a.point.period.key === b.point.period.key) return a.se * b.se;
  if (a.basis === 'rounding' || b.basis === 'rounding') return 0;
  return overlapCorrelation(a.point.period, b.point.period) * a.se * b.se;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
