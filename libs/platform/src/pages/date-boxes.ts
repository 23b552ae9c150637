/** A date as three boxes hold it. */
export interface DateBoxes {
  day: string;
  month: string;
  year: string;
}

/** The ISO date of three boxes; null where they hold none. */
export function dateOfBoxes({ day, month, year }: DateBoxes): string | null {
  const [d, m, y] = [day, month, year].map((part) => part.trim());
  if (!/^\d{1,2}$/.test(d ?? '') || !/^\d{1,2}$/.test(m ?? '') || !/^\d{4}$/.test(y ?? '')) return null;
  const date = `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : null;
}

/** ISO date; '' where no box is filled; what was typed, in the shape of a date, where it is none, for the domain to refuse. */
export function typedDateOf({ day, month, year }: DateBoxes): string {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return '';
  return parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** What the boxes show of an ISO date, without leading zeros; empty where there is none. */
export function boxesOf(date: string | null): DateBoxes {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}
