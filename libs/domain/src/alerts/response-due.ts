import { ENGLAND, type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import type { AlertStatus } from './alert-status.js';

/** Working days that a department has from the day an alert is raised to its answer. */
export const RESPONSE_WORKING_DAYS = 20;

/** @param raisedOn ISO date @param working England's by the rules alone where none is given @returns ISO date, the last day on which an answer is in time */
export function responseDueOn(raisedOn: string, working: WorkingCalendar = ENGLAND): string {
  return working.after(raisedOn, RESPONSE_WORKING_DAYS);
}

export function isOverdue(dueOn: string, today: string): boolean {
  return today > dueOn;
}

/**
 * "No response": the due date has passed and the department has never answered. Not a state of the workflow, for no move
 * makes it so, and an escalation does not undo it.
 */
export function noResponse(
  alert: { readonly status: AlertStatus; readonly responseDueOn: string; readonly answered: boolean },
  today: string,
): boolean {
  return !alert.answered && alert.status !== 'closed' && isOverdue(alert.responseDueOn, today);
}
