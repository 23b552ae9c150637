import { boxesOf as platformBoxes, typedDateOf } from '#platform/pages/date-boxes.js';

/** The three boxes of a date, by the field's name: `startsOnDay`. */
export type DateBoxes = Readonly<Record<string, unknown>>;

/** ISO date; '' where no box is filled; what was typed where it is no date, for the domain to refuse. */
export function dateFrom(boxes: DateBoxes, field: string): string {
  return typedDateOf({ day: textOf(boxes[`${field}Day`]), month: textOf(boxes[`${field}Month`]), year: textOf(boxes[`${field}Year`]) });
}

/** The boxes that show an ISO date, by the field's name. */
export function boxesOf(date: string, field: string): Record<string, string> {
  const { day, month, year } = platformBoxes(date);
  return { [`${field}Day`]: day, [`${field}Month`]: month, [`${field}Year`]: year };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
