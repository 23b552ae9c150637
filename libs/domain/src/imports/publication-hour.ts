import { dayFrom } from '#domain/observations/calendar-day.js';
import type { Refusal } from '#domain/workflow/transition-table.js';

/** When official statistics appear, where nobody says another time. */
export const USUAL_HOUR = '09:30';

/** Day and hour of publication as somebody types them. */
export interface PublicationBoxes {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** `9:30am`, `09:30`, `9.30` or `3pm`; the usual hour where it is blank. */
  readonly time: string;
}

/**
 * The text of an hour of publication in London, `2026-06-26T09:30`; empty where no box of the date is filled. What is no date or
 * no time stays as it was typed, for `publicationFaults` to say so.
 */
export function publicationFrom({ day, month, year, time }: PublicationBoxes): string {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return '';
  const date = parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
  return `${date}T${hourFrom(time)}`;
}

/** What is wrong with `2026-06-26` or `2026-06-26T09:30`. */
export function publicationFaults(text: string): Refusal[] {
  const [date = '', hour = USUAL_HOUR] = text.split('T');
  return [
    ...(dayFrom(date) ? [] : [{ code: 'no-date', message: 'Publication date must be a real date, like 26 6 2026', field: 'publishedAt' }]),
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(hour) ? [] : [{ code: 'no-time', message: 'Publication time must be a time, like 9:30am', field: 'time' }]),
  ];
}

function hourFrom(time: string): string {
  const typed = time.trim().toLowerCase().replaceAll(' ', '');
  if (typed === '') return USUAL_HOUR;
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(typed);
  const [, hours = '', minutes, half] = found ?? [];
  // "9" alone may be morning or evening
  if (!found || (minutes === undefined && half === undefined)) return typed;
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return typed;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}
