import { ENGLAND_BANK_HOLIDAYS } from './bank-holidays.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Monday to Friday without England's bank holidays. Beyond the years of the table only weekends are known, so that a date is a
 * day or two early there and work goes on.
 * @param isoDate `YYYY-MM-DD`.
 * @throws RangeError where it is no date.
 */
export function isWorkingDay(isoDate: string): boolean {
  const weekday = new Date(midnightUtc(isoDate)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !ENGLAND_BANK_HOLIDAYS.includes(isoDate);
}

/**
 * The date so many working days after a date; the date itself never counts, whether it is one or not.
 * @param isoDate `YYYY-MM-DD`.
 * @param days whole, 0 or more; 0 gives the date itself.
 * @throws RangeError for anything else.
 */
export function workingDaysAfter(isoDate: string, days: number): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no number of working days`);
  let date = isoDate;
  let at = midnightUtc(isoDate);
  for (let left = days; left > 0; ) {
    at += DAY_MS;
    date = new Date(at).toISOString().slice(0, 10);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** Dates are counted at midnight UTC, where no clock change makes a day longer or shorter. */
function midnightUtc(isoDate: string): number {
  const at = Date.parse(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== isoDate) throw new RangeError(`${isoDate} is no date`);
  return at;
}
