import { type WorkingCalendar } from '#domain/calendar/working-calendar.js';

/** Working days that the council has for a review. */
export const REVIEW_WORKING_DAYS = 10;

/** Working days before the due date on which the holder is reminded. */
export const REMINDER_DAYS = [3, 1] as const;

/** Working days without a sign of the holder after which a review goes back to the queue. */
export const QUIET_WORKING_DAYS = 5;

/** A day and the time of day, both in London: `2026-11-23` and `09:00`. */
export interface LondonMoment {
  date: string;
  time: string;
}

/**
 * The reminder that is due by now: 3 or 1 working days before the last day, 0 once it has passed; undefined before the first.
 * Of several that fell due while nobody looked, the last one counts.
 */
export function reminderDue(dueOn: string, today: string, calendar: WorkingCalendar): number | undefined {
  if (today > dueOn) return 0;
  return [...REMINDER_DAYS].reverse().find((days) => today >= calendar.before(dueOn, days));
}

/** Have five whole working days gone by since the holder was last seen? */
export function isQuiet(seen: LondonMoment, now: LondonMoment, calendar: WorkingCalendar): boolean {
  const last = calendar.after(seen.date, QUIET_WORKING_DAYS);
  return now.date > last || (now.date === last && now.time >= seen.time);
}
