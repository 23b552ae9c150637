import { parsePeriod, type Period } from '#domain/observations/period.js';

/** Periods repeat in every series; read once each. */
const periods = new Map<string, Period>();
const periodsByDay = new Map<number, Period>();

/** @throws Error where the database holds what no import writes */
export function periodOf(start: string, months: number): Period {
  const text = months === 0 ? start : `${start}/P${months}M`;
  const known = periods.get(text);
  if (known) return known;
  const period = parsePeriod(text);
  if (!period) throw new Error(`The database holds a period that is none: ${text}`);
  periods.set(text, period);
  return period;
}

/** @param day first day of the period, in days since 1970 */
export function periodOfDay(day: number, months: number): Period {
  const name = day * 4096 + months;
  const known = periodsByDay.get(name);
  if (known) return known;
  const period = periodOf(new Date(day * 86_400_000).toISOString().slice(0, 10), months);
  periodsByDay.set(name, period);
  return period;
}
