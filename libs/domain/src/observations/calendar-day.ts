/** A day of the Gregorian calendar without time or zone, so that no clock change can move a figure into another year. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** @returns the day of an ISO date (`2023-02-28`), or undefined where the calendar has no such day. */
export function dayFrom(iso: string): CalendarDay | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return found ? realDay(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

export function isoDate({ year, month, day }: CalendarDay): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function dayBefore({ year, month, day }: CalendarDay): CalendarDay {
  if (day > 1) return { year, month, day: day - 1 };
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
  return { ...before, day: daysInMonth(before.year, before.month) };
}

/** @returns undefined where the month reached has no such day (31 January and one month). */
export function monthsAfter({ year, month, day }: CalendarDay, months: number): CalendarDay | undefined {
  const count = year * 12 + (month - 1) + months;
  return realDay(Math.floor(count / 12), (count % 12) + 1, day);
}

/** Months are exact twelfths, so that a year after 1 September is exactly 1 later, leap year or not. */
export function decimalYear({ year, month, day }: CalendarDay): number {
  return year + (month - 1 + (day - 1) / daysInMonth(year, month)) / 12;
}

function realDay(year: number, month: number, day: number): CalendarDay | undefined {
  const real = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? { year, month, day } : undefined;
}
