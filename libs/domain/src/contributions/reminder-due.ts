import type { WorkingCalendar } from '#domain/calendar/working-calendar.js';

/** Working days before the due date on which a contribution is called to mind. */
export const CONTRIBUTION_REMINDERS = [3, 1] as const;

/** What is due by a day, and which reminder went out last: 3 for the one three working days before. */
export interface Remindable {
  readonly dueOn: string;
  readonly remindedBefore: number | null;
}

/**
 * The reminder that is due today and has not gone out: where two fell due while nobody looked, the nearer alone. None after the
 * due date.
 * @param steps working days before the due date
 */
export function reminderDue({ dueOn, remindedBefore }: Remindable, steps: readonly number[], today: string, calendar: WorkingCalendar): number | null {
  if (today > dueOn) return null;
  const reached = steps.filter((step) => today >= calendar.before(dueOn, step));
  if (reached.length === 0) return null;
  const nearest = Math.min(...reached);
  return remindedBefore === null || nearest < remindedBefore ? nearest : null;
}
