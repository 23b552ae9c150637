import { standardErrorOf } from '#domain/judgements/standard-error.js';
import type { SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, type Period } from '#domain/observations/period.js';
import { type FigureScale } from './figure-scale.js';
import { type TimePoint } from './time-point.js';

/** A series of a metric: an area's. */
export interface PeerSeries {
  readonly code: string;
  readonly points: readonly SeriesPoint[];
}

/** Every series of a metric side by side, on the scale of its forecast. */
export interface PeerPanel {
  /** Oldest first. */
  readonly periods: readonly Period[];
  readonly codes: readonly string[];
  /** By series and period; NaN where there is no figure. */
  readonly values: readonly Float64Array[];
  /** Measurement variance; 0 where no error is published. */
  readonly variances: readonly Float64Array[];
  /** Length of a window in steps between periods, where windows overlap; else 1. */
  readonly windowYears: number;
}

/** Figures that no interval comes with stand without error: what scatters in them is in the walk. */
export function panelOf(series: readonly PeerSeries[], scale: FigureScale, roundingUnit: number): PeerPanel {
  const periods = new Map<string, Period>();
  for (const { points } of series) for (const { period } of points) periods.set(period.key, period);
  const inOrder = [...periods.values()].sort(comparePeriods);
  const places = new Map(inOrder.map(({ key }, index) => [key, index]));
  const values: Float64Array[] = [];
  const variances: Float64Array[] = [];
  for (const { points } of series) {
    const own = new Float64Array(inOrder.length).fill(Number.NaN);
    const errors = new Float64Array(inOrder.length);
    for (const point of points) {
      const place = places.get(point.period.key);
      if (place === undefined || !Number.isFinite(point.value)) continue;
      const { se, basis } = standardErrorOf(point, { roundingUnit });
      own[place] = scale.to(point.value);
      errors[place] = basis === 'rounding' ? 0 : scale.varianceOf(point.value, se);
    }
    fillErrors(own, errors);
    values.push(own);
    variances.push(errors);
  }
  return { periods: inOrder, codes: series.map(({ code }) => code), values, variances, windowYears: overlapOf(inOrder) };
}

/** What was known when the period was the latest: series that have a figure then. Figures of shock years before it stand as dummies. */
export function panelAt(panel: PeerPanel, origin: number, shockYears: readonly number[]): PeerPanel & { readonly rows: readonly number[] } {
  const periods = panel.periods.slice(0, origin + 1);
  // a dummy for the last figures of a series could not be told from its level
  const lastUsual = periods.findLastIndex((period) => !isShock(period, shockYears));
  const dropped = periods.map((period, index) => index < lastUsual && isShock(period, shockYears));
  const rows: number[] = [];
  const values: Float64Array[] = [];
  panel.values.forEach((own, row) => {
    if (Number.isNaN(own[origin] ?? Number.NaN)) return;
    rows.push(row);
    values.push(Float64Array.from(periods, (_, index) => (dropped[index] ? Number.NaN : (own[index] ?? Number.NaN))));
  });
  const variances = rows.map((row) => panel.variances[row]?.slice(0, origin + 1) ?? new Float64Array(origin + 1));
  return { ...panel, periods, codes: rows.map((row) => panel.codes[row] ?? ''), values, variances, rows };
}

/** One series of a panel, without its gaps. */
export function pointsOf({ periods, values, variances }: PeerPanel, row: number): TimePoint[] {
  return periods.flatMap(({ middle }, index) => {
    const value = values[row]?.[index] ?? Number.NaN;
    return Number.isNaN(value) ? [] : [{ time: middle, value, variance: variances[row]?.[index] ?? 0 }];
  });
}

/** At least half of its months lie in such a year: a year that ends in March 2020 is no shock, one that begins then is. */
export function isShock({ start, end, months }: Period, years: readonly number[]): boolean {
  const [from, to] = [monthsOf(start), monthsOf(end)];
  const shared = years.reduce((sum, year) => sum + Math.max(0, Math.min(to, year * 12 + 11) - Math.max(from, year * 12) + 1), 0);
  return 2 * shared >= Math.max(1, months);
}

function monthsOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** A figure of a series with intervals that has none itself errs like its neighbours in the middle. */
function fillErrors(own: Float64Array, errors: Float64Array): void {
  const known = [...errors].filter((error) => error > 0).sort((a, b) => a - b);
  const middle = known[Math.floor(known.length / 2)] ?? 0;
  own.forEach((value, index) => {
    if (!Number.isNaN(value) && errors[index] === 0) errors[index] = middle;
  });
}

function overlapOf(periods: readonly Period[]): number {
  const gaps = periods.slice(1).map(({ middle }, index) => middle - (periods[index]?.middle ?? middle)).sort((a, b) => a - b);
  const step = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const months = periods.at(-1)?.months ?? 0;
  return step > 0 ? Math.max(1, Math.round(months / 12 / step)) : 1;
}
