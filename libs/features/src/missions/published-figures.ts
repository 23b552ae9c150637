import { summedSeries } from '#domain/judgements/summed-series.js';
import { type NamedSeries, type SeriesName } from '#features/observations/published-observations.queries.js';
import { type TargetFigures } from './target-to-judge.js';
import { type Target } from './target.entity.js';

/** The one series of a target, or those of its sum; none for a rule over areas. */
export function publishedSeriesOf({ metricId, areas }: Target): SeriesName[] {
  if (metricId === null || !areas || 'every' in areas) return [];
  return ('one' in areas ? [areas.one] : areas.sum).map((areaCode) => ({ metricId, areaCode }));
}

/** Its figures as a page reads them. @returns undefined for a rule over areas */
export function publishedFiguresOf(target: Target, series: ReadonlyMap<string, NamedSeries>): TargetFigures | undefined {
  const { areas, metric } = target;
  const found = publishedSeriesOf(target).map(({ metricId, areaCode }) => ({ code: areaCode, series: series.get(`${metricId}/${areaCode}`) }));
  const [first] = found;
  if (!areas || 'every' in areas || !first) return undefined;
  if ('one' in areas) return { series: first.series?.points ?? [], areas: [], ...(first.series ? { areaName: first.series.areaName } : {}) };
  const parts = found.map(({ code, series: of }) => ({ code, series: of?.points ?? [] }));
  return { series: summedSeries(parts, { roundingUnit: metric?.roundingUnit ?? 1 }), areas: [], areaName: areas.name };
}
