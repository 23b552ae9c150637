import { touchesYear, usableSeries } from '#domain/judgements/prepared-series.js';
import { breakBetween } from '#domain/judgements/series-breaks.js';
import type { SeriesPoint, TargetToJudge } from '#domain/judgements/target-to-judge.js';

type Marks = Pick<TargetToJudge, 'shockYears' | 'firstPeriodsOfStandard' | 'breaks'>;

/**
 * The figures that say how a series usually goes: on the footing of the latest, without shock years and first periods of a standard.
 * @param asOf ISO date
 */
export function usualFigures(series: readonly SeriesPoint[], { shockYears = [], firstPeriodsOfStandard = [], breaks = [] }: Marks, asOf: string): SeriesPoint[] {
  const usable = usableSeries(series, asOf);
  const latest = usable.at(-1);
  return usable.filter(
    ({ period }) => latest && !touchesYear(period, shockYears) && !firstPeriodsOfStandard.includes(period.key) && !breakBetween(breaks, period, latest.period),
  );
}

/** Of windows that overlap every k-th, counted back from the latest. @param points oldest first */
export function independentFigures(points: readonly SeriesPoint[]): SeriesPoint[] {
  const kept: SeriesPoint[] = [];
  for (const point of points.toReversed()) {
    const later = kept.at(-1);
    if (!later || point.period.months === 0 || point.period.end < later.period.start) kept.push(point);
  }
  return kept.reverse();
}

/** (v_n − v_1)/(t_n − t_1), a year; undefined with fewer than two figures. */
export function usualPace(points: readonly SeriesPoint[], to: (value: number) => number = (value) => value): number | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.period.middle - first.period.middle < 1e-9) return undefined;
  return (to(last.value) - to(first.value)) / (last.period.middle - first.period.middle);
}
