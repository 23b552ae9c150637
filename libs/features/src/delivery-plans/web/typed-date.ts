/** The three boxes of a date, by the field's name: `startsOnDay`. */
export type DateBoxes = Readonly<Record<string, unknown>>;

/** ISO date; '' where no box is filled; what was typed where it is no date, for the domain to refuse. */
export function dateFrom(boxes: DateBoxes, field: string): string {
  const parts = ['Year', 'Month', 'Day'].map((part) => textOf(boxes[`${field}${part}`]));
  if (parts.every((part) => part === '')) return '';
  return parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** The boxes that show an ISO date. */
export function boxesOf(date: string, field: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${field}Day`]: day.replace(/^0/, ''), [`${field}Month`]: month.replace(/^0/, ''), [`${field}Year`]: year };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
