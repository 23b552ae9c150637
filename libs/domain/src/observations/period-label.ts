import type { CalendarDay } from './calendar-day.js';

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A period in plain English. The first day tells which kind of year it is: school years run from 1 September,
 * further-education years from 1 August, financial years from 1 April.
 * @param last the last day, inclusive
 */
export function labelOfPeriod(first: CalendarDay, last: CalendarDay, months: number): string {
  if (months === 0) return first.day === 1 ? monthAndYear(first) : dayInWords(first);
  if (first.day !== 1) {
    return months === 12 ? `year to ${dayInWords(last)}` : `${dayInWords(first)} to ${dayInWords(last)}`;
  }
  if (months === 12) return yearLabel(first, last);
  if (months % 12 === 0 && first.month === 1) return `${first.year} to ${last.year}`;
  if (months === 1) return monthAndYear(first);
  if (first.year === last.year) return `${nameOf(first.month)} to ${monthAndYear(last)}`;
  return `${monthAndYear(first)} to ${monthAndYear(last)}`;
}

/** "30 September 2030" */
export function dayInWords({ day, month, year }: CalendarDay): string {
  return `${day} ${nameOf(month)} ${year}`;
}

function yearLabel(first: CalendarDay, last: CalendarDay): string {
  if (first.month === 1) return String(first.year);
  const years = `${first.year}/${String(last.year % 100).padStart(2, '0')}`;
  if (first.month === 9) return `school year ${years}`;
  if (first.month === 4) return `financial year ${years}`;
  if (first.month === 8) return `academic year ${years} (August to July)`;
  return `${monthAndYear(first)} to ${monthAndYear(last)}`;
}

function monthAndYear({ month, year }: CalendarDay): string {
  return `${nameOf(month)} ${year}`;
}

function nameOf(month: number): string {
  return MONTHS[month - 1] ?? '';
}
