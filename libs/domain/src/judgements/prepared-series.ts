import { comparePeriods, parsePeriod, type Period } from '#domain/observations/period.js';
import type { SeriesPoint } from './target-to-judge.js';

/**
 * The figures that may be used as of a day, oldest first: finite values of periods that were over by then. Of two
 * figures for one period the first is kept, so that the caller's order (final before provisional) decides.
 */
export function usableSeries(series: readonly SeriesPoint[], asOf: string): SeriesPoint[] {
  const seen = new Set<string>();
  const usable: SeriesPoint[] = [];
  for (const point of series) {
    if (!Number.isFinite(point.value) || point.period.end > asOf || seen.has(point.period.key)) continue;
    seen.add(point.period.key);
    usable.push(point);
  }
  return usable.sort((a, b) => comparePeriods(a.period, b.period));
}

/**
 * The figure of a named period. A yearly snapshot has no fixed day (pay: 17 April one year, 30 April another), so a
 * snapshot in the same month answers too where none has the very day.
 */
export function pointOfPeriod(series: readonly SeriesPoint[], periodKey: string): SeriesPoint | undefined {
  const period = parsePeriod(periodKey);
  if (!period) return undefined;
  const exact = series.find((point) => point.period.key === period.key);
  return exact ?? series.find((point) => isSamePeriod(point.period, period));
}

/** One and the same period, or two snapshots of one month. */
export function isSamePeriod(a: Period, b: Period): boolean {
  return a.key === b.key || (a.months === 0 && b.months === 0 && monthOf(a) === monthOf(b));
}

/** Does the period share a day with one of these calendar years? */
export function touchesYear(period: Period, years: readonly number[]): boolean {
  return years.some((year) => Number(period.start.slice(0, 4)) <= year && year <= Number(period.end.slice(0, 4)));
}

function monthOf(period: Period): string {
  return period.start.slice(0, 7);
}
