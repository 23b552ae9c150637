import { londonDate, londonInstant } from '#platform/clock/clock.js';

/** Reminders are for the morning, in London. */
export const REMINDER_HOUR = '08:00';

/** Has the hour of reminders come on this day? What fell due while nobody looked goes out in the next morning. */
export function isReminderTime(now: Date): boolean {
  return now >= londonInstant(londonDate(now), REMINDER_HOUR);
}
