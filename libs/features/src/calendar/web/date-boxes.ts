/** A date as people type it, in three boxes. */
export interface DateBoxes {
  day: string;
  month: string;
  year: string;
}

/** An ISO date of what was typed; a date that is none is kept as it is, for the rules to refuse. */
export function isoOfBoxes({ day, month, year }: DateBoxes): string {
  return [year.trim().padStart(4, '0'), month.trim().padStart(2, '0'), day.trim().padStart(2, '0')].join('-');
}

/** The boxes of an ISO date. */
export function boxesOf(date: string): DateBoxes {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}
