/** A date as three boxes hold it. */
export interface DateBoxes {
  day: string;
  month: string;
  year: string;
}

/** ISO date; empty where no box is filled; what was typed where it is no date, for the domain to refuse. */
export function dateOfBoxes({ day, month, year }: DateBoxes): string {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return '';
  return parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** An ISO date in its boxes, without leading zeros; empty boxes for none. */
export function boxesOfDate(date: string | null): DateBoxes {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}
