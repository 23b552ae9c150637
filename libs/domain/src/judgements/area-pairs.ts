import { comparePeriods, overlapCorrelation, type Period } from '#domain/observations/period.js';
import { isEnough } from './area-coverage.js';
import { periodsOfAreas, pointAt } from './area-figures.js';
import { type BaselineFigure, baselineOf, covarianceWith, type MeasuredPoint, measured } from './baseline-figure.js';
import { isSamePeriod, touchesYear } from './prepared-series.js';
import type { AreaSeries, SeriesPoint, TargetToJudge } from './target-to-judge.js';

/** One area at both ends, with the errors of its figures. */
export interface AreaPair {
  readonly area: AreaSeries;
  readonly from: BaselineFigure;
  readonly to: MeasuredPoint;
  /** Of the two errors: windows that overlap share some. */
  readonly covariance: number;
}

/** The areas that have a figure at both ends, the same ones at each. */
export interface AreasAtBothEnds {
  readonly areas: readonly AreaSeries[];
  /** The latest period up to the deciding one that has enough of them, else the one that has most. */
  readonly period: Period | undefined;
}

export function areasAtBothEnds(areas: readonly AreaSeries[], expected: number, baseline: Period, decides: Period): AreasAtBothEnds {
  const started = areas.filter(({ series }) => pointAt(series, baseline));
  const periods = periodsOfAreas(started).filter(
    ({ period }) => comparePeriods(period, baseline) > 0 && !isSamePeriod(period, baseline) && (period.middle <= decides.middle || isSamePeriod(period, decides)),
  );
  const most = periods.reduce((best, { areas: count }) => Math.max(best, count), 0);
  const chosen =
    periods.findLast(({ areas: count }) => isEnough(count, expected)) ?? periods.findLast(({ areas: count }) => count === most);
  if (!chosen) return { areas: [], period: undefined };
  const { period } = chosen;
  return { areas: started.filter(({ series }) => series.some((point) => point.period.key === period.key)), period };
}

/**
 * Every area with a figure in all periods of the baseline (one, or several that are averaged) and in the later one.
 * @param areas figures oldest first
 */
export function pairsOf(target: TargetToJudge, areas: readonly AreaSeries[], baseline: readonly Period[], period: Period): AreaPair[] {
  // for most series no error is shared, and nothing has to be worked out area by area
  const overlaps = baseline.some((one) => overlapCorrelation(one, period) > 0);
  return areas.flatMap((area) => {
    const latest = pointAt(area.series, period);
    const points = latest ? pointsAt(area.series, baseline) : undefined;
    if (!latest || !points) return [];
    const from = startOf(points, target);
    const to = measured(latest, target);
    return [{ area, from, to, covariance: overlaps ? covarianceWith(from, to) : 0 }];
  });
}

/** @returns undefined where one is missing */
export function pointsAt(series: readonly SeriesPoint[], periods: readonly Period[]): SeriesPoint[] | undefined {
  const points: SeriesPoint[] = [];
  for (const period of periods) {
    const point = pointAt(series, period);
    if (!point) return undefined;
    points.push(point);
  }
  return points;
}

function startOf(points: readonly SeriesPoint[], target: TargetToJudge): BaselineFigure {
  const [only] = points;
  if (!only || points.length > 1) return baselineOf(points, target);
  const start = measured(only, target);
  return { points: [start], value: only.value, at: only.period.middle, se: start.se, label: only.period.label };
}

/**
 * The periods before a baseline for which enough areas have a figure, oldest first. Shock years and the first periods of
 * a standard are left out: they are no baseline and say little about who is at the top.
 */
export function periodsBefore(areas: readonly AreaSeries[], target: TargetToJudge, baseline: Period): Period[] {
  return periodsOfAreas(areas)
    .filter(({ areas: count }) => isEnough(count, target.areas?.expected ?? 0))
    .map(({ period }) => period)
    .filter(
      (period) =>
        comparePeriods(period, baseline) < 0 &&
        !isSamePeriod(period, baseline) &&
        !touchesYear(period, target.shockYears ?? []) &&
        !(target.firstPeriodsOfStandard ?? []).includes(period.key),
    );
}

/** Those of them that share no day with the baseline, so that an error in it has no part in them. */
export function apartFrom(periods: readonly Period[], baseline: Period): Period[] {
  return periods.filter(({ end }) => end < baseline.start);
}

/** The cells behind some figures, each once. */
export function cellsOf(pairs: readonly AreaPair[]): SeriesPoint[] {
  return [...pairs.flatMap(({ from }) => from.points.map(({ point }) => point)), ...pairs.map(({ to }) => to.point)];
}
