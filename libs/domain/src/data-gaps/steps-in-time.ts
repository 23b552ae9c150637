import { dayFrom, daysInMonth, isoDate } from '#domain/observations/calendar-day.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The same day so many months later, or the last day of that month where it has no such day.
 * @param months whole; less than 0 goes back
 * @throws RangeError where `date` is no ISO date
 */
export function monthsLater(date: string, months: number): string {
  const from = dayFrom(date);
  if (!from) throw new RangeError(`${date} is no date`);
  const count = from.year * 12 + (from.month - 1) + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return isoDate({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

/** @throws RangeError where `date` is no ISO date */
export function daysLater(date: string, days: number): string {
  return new Date(midnightUtc(date) + Math.round(days) * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one ISO date to another; less than 0 where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / DAY_MS);
}

/** Days are counted at midnight UTC, where no clock change makes one longer. */
function midnightUtc(date: string): number {
  if (!dayFrom(date)) throw new RangeError(`${date} is no date`);
  return Date.parse(`${date}T00:00:00Z`);
}
