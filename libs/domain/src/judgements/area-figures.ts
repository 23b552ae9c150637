import { comparePeriods, type Period } from '#domain/observations/period.js';
import { isSamePeriod, usableSeries } from './prepared-series.js';
import type { AreaSeries, SeriesPoint } from './target-to-judge.js';

/**
 * The areas with the figures that may be used as of a day, by code and oldest first, so that nothing can hang on the
 * order in which they came. They come so from the database and are then taken as they are: with 400 areas of 20 years,
 * sorting what is sorted is most of the work.
 */
export function areaFigures(list: readonly AreaSeries[], asOf: string): AreaSeries[] {
  const ready = list.map((area) => (isReady(area.series, asOf) ? area : { ...area, series: usableSeries(area.series, asOf) }));
  const inOrder = ready.every(({ code }, index) => index === 0 || (ready[index - 1]?.code ?? '') < code);
  return inOrder ? ready : ready.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** The figure of a period; of a snapshot, one in the same month answers too where none has the very day. */
export function pointAt(series: readonly SeriesPoint[], wanted: Period): SeriesPoint | undefined {
  for (const point of series) {
    if (point.period.middle === wanted.middle && point.period.key === wanted.key) return point;
  }
  return wanted.months === 0 ? series.find(({ period }) => isSamePeriod(period, wanted)) : undefined;
}

/** In how many areas a period has a figure. */
export interface PeriodOfAreas {
  readonly period: Period;
  readonly areas: number;
}

/** Asked several times in a judgement (for each baseline, each group), and counted once. */
const counted = new WeakMap<readonly AreaSeries[], readonly PeriodOfAreas[]>();

/** @returns oldest first */
export function periodsOfAreas(areas: readonly AreaSeries[]): readonly PeriodOfAreas[] {
  const known = counted.get(areas) ?? countPeriods(areas);
  counted.set(areas, known);
  return known;
}

function countPeriods(areas: readonly AreaSeries[]): PeriodOfAreas[] {
  const counts = new Map<string, { readonly period: Period; areas: number }>();
  for (const { series } of areas) {
    for (const { period } of series) {
      const known = counts.get(period.key);
      if (known) known.areas += 1;
      else counts.set(period.key, { period, areas: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => comparePeriods(a.period, b.period));
}

function isReady(series: readonly SeriesPoint[], asOf: string): boolean {
  let before: Period | undefined;
  for (const { value, period } of series) {
    if (!Number.isFinite(value) || period.end > asOf || (before && comparePeriods(before, period) >= 0)) return false;
    before = period;
  }
  return true;
}
