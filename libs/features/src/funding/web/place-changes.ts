import { changeAtPlace, type ChangeAtPlace } from '#domain/areas/change-at-place.js';
import { type SuccessorsOf } from '#domain/areas/succession.js';
import { codeWithFigures } from '#domain/benchmarks/followed-places.js';
import { changeBesideMoney, type ChangeOfGroup } from '#domain/funding/change-beside-money.js';
import { fifthsOfPlaces } from '#domain/funding/deprivation-fifths.js';
import { isSamePeriod } from '#domain/judgements/prepared-series.js';
import { type SeriesBreak, type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, parsePeriod, type Period } from '#domain/observations/period.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { eligiblePlaces, type FundedArea } from './funded-areas.js';

export interface PlaceInMetric {
  area: FundedArea;
  fifth: number | undefined;
  before: SeriesPoint | undefined;
  latest: SeriesPoint | undefined;
  change: ChangeAtPlace | undefined;
}

/** How a metric has moved at the places that could get some of a fund, all between the same two periods. */
export interface MetricAtPlaces {
  metric: Metric;
  /** Undefined where fewer than half as many places have a later figure as have one for the baseline, or none has one. */
  periods: { baseline: Period; latest: Period } | undefined;
  places: PlaceInMetric[];
  groups: ChangeOfGroup[];
}

export function metricAtPlaces({ metric, baseline, breaks, figures, areas, successors }: {
  metric: Metric;
  /** Key of a period. */
  baseline: string;
  breaks: readonly SeriesBreak[];
  figures: ReadonlyMap<string, readonly SeriesPoint[]>;
  areas: readonly FundedArea[];
  successors: SuccessorsOf;
}): MetricAtPlaces {
  const codes = new Set(figures.keys());
  const series = areas.map(({ code }) => figures.get(codeWithFigures(code, codes, successors) ?? '') ?? []);
  const periods = periodsToCompare(series, baseline);
  const { fifths } = fifthsOfPlaces(eligiblePlaces(areas));
  const measure = { direction: metric.direction, roundingUnit: metric.roundingUnit, seriesBreaks: [...metric.seriesBreaks, ...breaks.map(({ periodKey }) => ({ from: periodKey }))] };
  const places = areas.map((area, index): PlaceInMetric => {
    const of = (period: Period | undefined): SeriesPoint | undefined => series[index]?.find((point) => point.period.key === period?.key);
    const [before, latest] = [of(periods?.baseline), of(periods?.latest)];
    return { area, fifth: fifths.get(area.code), before, latest, change: before && latest && changeAtPlace(before, latest, measure) };
  });
  return { metric, periods, places, groups: changeBesideMoney(places.map(({ area, fifth, change }) => ({ fifth, awarded: area.awards > 0, change: change?.difference }))) };
}

/** The newest period in which at least half as many places have a figure as have one for the baseline. */
function periodsToCompare(series: readonly (readonly SeriesPoint[])[], baseline: string): MetricAtPlaces['periods'] {
  const counts = new Map<string, { period: Period; count: number }>();
  for (const { period } of series.flat()) counts.set(period.key, { period, count: (counts.get(period.key)?.count ?? 0) + 1 });
  const wanted = parsePeriod(baseline);
  // a yearly snapshot has no fixed day
  const first = counts.get(baseline) ?? [...counts.values()].find(({ period }) => wanted !== undefined && isSamePeriod(period, wanted));
  const latest = [...counts.values()]
    .filter(({ period, count }) => first !== undefined && comparePeriods(period, first.period) > 0 && count * 2 >= first.count)
    .map(({ period }) => period)
    .sort(comparePeriods)
    .at(-1);
  return first && latest ? { baseline: first.period, latest } : undefined;
}
