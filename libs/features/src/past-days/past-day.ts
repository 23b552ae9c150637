import { type Clock, endOfLondonDay } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { pastDaysWords } from './past-days.words.js';

/** A day by whose end something was public. */
export interface PastDay {
  /** ISO date in London. */
  on: string;
  /** The last instant that counts: the end of the day, or now where the day goes on. */
  until: Date;
}

/**
 * @param text ISO date, from an address
 * @throws ApplicationError 404 for what is no day, and for a day to come
 */
export function pastDayOf(text: string, clock: Clock): PastDay {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const on = dateOfBoxes({ day, month, year });
  if (on === null) throw noSuchDay(pastDaysWords.noDay);
  const today = clock.today();
  if (on > today) throw noSuchDay(pastDaysWords.toCome);
  return { on, until: on === today ? clock.now() : endOfLondonDay(on) };
}

/** @param publishedOn ISO date on which the framework was set out */
export function requireSince({ on }: PastDay, publishedOn: string): void {
  if (on < publishedOn) throw noSuchDay(pastDaysWords.beforeFramework);
}

function noSuchDay(message: string): ApplicationError {
  return new ApplicationError('not-found', 'no-such-day', message);
}
