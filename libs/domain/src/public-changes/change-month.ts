/** A month by its number: `2026-11`. */
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** @returns null for what is no month between 2000 and 2199 */
export function monthOf(text: string): string | null {
  const year = Number(MONTH.exec(text)?.[1] ?? 0);
  return year >= 2000 && year < 2200 ? text : null;
}

/** The month some months later, or earlier for a negative number. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** First day of the month, and the first that is no longer in it. ISO dates. */
export function daysOfMonth(month: string): { from: string; until: string } {
  return { from: `${month}-01`, until: `${monthAfter(month, 1)}-01` };
}
