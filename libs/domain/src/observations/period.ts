/**
 * Periods of published figures. Every spelling is turned into the one of the current ONS files:
 * `2018-09-01/P1Y` (interval: first day, length) or `2026-01-01` (snapshot: a single day).
 */
import { type CalendarDay, dayBefore, dayFrom, decimalYear, isoDate, monthsAfter } from './calendar-day.js';
import { labelOfPeriod } from './period-label.js';
import { normalisePeriodText } from './period-spelling.js';
import { type PeriodReading } from './year-kind.js';

export interface Period {
  /** The current ONS spelling, normalised: equal keys mean equal periods. */
  readonly key: string;
  /** First day, ISO date. */
  readonly start: string;
  /** Last day, inclusive, ISO date; a snapshot's own day. */
  readonly end: string;
  /** Length of the interval in months; 0 for a snapshot. */
  readonly months: number;
  /** Plain English, to stand after "in" or "on": "school year 2018/19", "2017 to 2019", "30 April 2025". */
  readonly label: string;
  /** Decimal year at the middle of the interval; a snapshot's own day. Months count as exact twelfths. */
  readonly middle: number;
}

const INTERVAL = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00)?\/P(\d{1,3})([YM])$/;
const SNAPSHOT = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00)?$/;

/**
 * @param reading what the metric of the figure means by a year; a snapshot is then kept as its month, so that releases that
 * name another day of it meet in the same cells
 * @returns the period, or undefined where the text is no real date or could mean two things: `2021-22` and `202122`
 * are a school year in one file and a financial year in another, so without a reading they are refused rather than guessed.
 */
export function parsePeriod(text: string, reading?: PeriodReading): Period | undefined {
  const spelling = normalisePeriodText(text, reading);
  const interval = INTERVAL.exec(spelling);
  if (interval) {
    const [, first = '', length = '', unit] = interval;
    return intervalFrom(dayFrom(first), Number(length) * (unit === 'Y' ? 12 : 1));
  }
  const named = dayFrom(SNAPSHOT.exec(spelling)?.[1] ?? '');
  if (!named) return undefined;
  const day = reading?.yearKind === 'snapshot' ? { ...named, day: 1 } : named;
  const date = isoDate(day);
  return { key: date, start: date, end: date, months: 0, label: labelOfPeriod(day, day, 0), middle: decimalYear(day) };
}

function intervalFrom(first: CalendarDay | undefined, months: number): Period | undefined {
  if (!first || months < 1) return undefined;
  const dayAfter = monthsAfter(first, months);
  if (!dayAfter) return undefined;
  const last = dayBefore(dayAfter);
  const length = months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
  return {
    key: `${isoDate(first)}/${length}`,
    start: isoDate(first),
    end: isoDate(last),
    months,
    label: labelOfPeriod(first, last, months),
    middle: decimalYear(first) + months / 24,
  };
}

/** Order in time, by the middle; of two with the same middle the shorter comes first. For `Array.sort`. */
export function comparePeriods(a: Period, b: Period): number {
  return a.middle - b.middle || a.months - b.months || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/**
 * Correlation of the errors of two figures whose windows overlap: shared months / window months, 0 when they share
 * none. For windows of unequal length the shared part counts against the geometric mean of both lengths, which is the
 * correlation of two means of the same monthly series.
 */
export function overlapCorrelation(a: Period, b: Period): number {
  if (a.key === b.key) return 1;
  if (a.months === 0 || b.months === 0) return 0;
  const halves = (a.months + b.months) / 2;
  const apart = Math.abs(a.middle - b.middle) * 12;
  const shared = Math.min(a.months, b.months, halves - apart);
  return shared < 1e-9 ? 0 : shared / Math.sqrt(a.months * b.months);
}
