import { type WorkingCalendar } from './working-calendar.js';

/** What a department always has for changes that the council asks for late: working days. */
export const DAYS_FOR_CHANGES = 10;

/** The last day on which changes are taken: no window closes on a department that was asked for them the day before. ISO dates. */
export function lastDayForChanges(closesOn: string, askedOn: string, working: WorkingCalendar): string {
  const after = working.after(askedOn, DAYS_FOR_CHANGES);
  return after > closesOn ? after : closesOn;
}
