import { type WorkingCalendar } from './working-calendar.js';

/** Working days before the due date on which people are reminded of what has not been delivered. */
export const REMINDER_STEPS = [14, 7, 1] as const;

export type ReminderStep = (typeof REMINDER_STEPS)[number];

/** A step of a due date and its day; ISO date. */
export interface ReminderDay {
  step: ReminderStep;
  day: string;
}

/** The days of the reminders of a due date, in their order. */
export function reminderDays(dueOn: string, working: WorkingCalendar): ReminderDay[] {
  return REMINDER_STEPS.map((step) => ({ step, day: working.before(dueOn, step) }));
}
