import { ENGLAND, type WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { isOverdue } from './response-due.js';

/** Working days that a department has from the day an alert is raised to name who owns the answer. */
export const ACKNOWLEDGE_WORKING_DAYS = 5;

/** Working days for another plan, from the day the council has not accepted one. */
export const ANSWER_AGAIN_WORKING_DAYS = 10;

/** @param raisedOn ISO date @returns ISO date, the last day on which an acknowledgement is in time */
export function acknowledgeDueOn(raisedOn: string, working: WorkingCalendar = ENGLAND): string {
  return working.after(raisedOn, ACKNOWLEDGE_WORKING_DAYS);
}

/** @param decidedOn ISO date of the council's decision @returns ISO date */
export function answerAgainDueOn(decidedOn: string, working: WorkingCalendar = ENGLAND): string {
  return working.after(decidedOn, ANSWER_AGAIN_WORKING_DAYS);
}

/** How a department kept a date: by it, after it, not (it has passed), not yet (it has not), or it was never needed. */
export type Kept = 'in-time' | 'late' | 'not' | 'waiting' | 'not-needed';

/** @param doneOn ISO date in London; null where it was not done. An alert that was closed before the date needed nothing. */
export function keptDate(due: { readonly dueOn: string; readonly doneOn: string | null; readonly endedOn: string | null }, today: string): Kept {
  if (due.doneOn !== null) return isOverdue(due.dueOn, due.doneOn) ? 'late' : 'in-time';
  if (isOverdue(due.dueOn, due.endedOn ?? today)) return 'not';
  return due.endedOn === null ? 'waiting' : 'not-needed';
}

/** The day by which the department owes an answer: of another plan, where the council has asked for one. */
export function owedBy(alert: { readonly responseDueOn: string; readonly answerAgainDueOn: string | null }): string {
  return alert.answerAgainDueOn ?? alert.responseDueOn;
}
