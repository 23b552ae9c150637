import { dayFrom } from '#domain/observations/calendar-day.js';
import type { SubmissionStatus } from '#domain/submissions/submission-status.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How far a due date may be moved at once: working days. A year's delay is not an extension. */
export const LONGEST_EXTENSION = 60;

/** What an extension is of. */
export interface Extendable {
  status: SubmissionStatus;
  dueOn: string;
  /** Number of the delivery that stands; null before the first and after a withdrawal. */
  standingVersion: number | null;
}

const UNDELIVERED: readonly SubmissionStatus[] = ['draft', 'awaiting-sign-off', 'withdrawn'];

/** Only what has not been delivered can be due later, and only while its window is open. */
export function isExtendable({ status, standingVersion }: Pick<Extendable, 'status' | 'standingVersion'>): boolean {
  return standingVersion === null && UNDELIVERED.includes(status);
}

/** What stands against asking for a later date. @param askedDueOn ISO date as typed @param today ISO date */
export function askBlockers(extendable: Extendable, asked: { askedDueOn: string; reason: string }, today: string, working: WorkingCalendar): Refusal[] {
  const reason = asked.reason.trim() === '' ? [{ code: 'reason-missing', message: 'Enter why you need more time', field: 'reason' }] : [];
  return [...dateBlockers(extendable, asked.askedDueOn, today, working), ...reason];
}

/** What stands against granting it, or refusing it without a word. */
export function decisionBlockers(extendable: Extendable, decision: { granted: boolean; reason: string }, asked: { askedDueOn: string }, today: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (decision.reason.trim() === '') refusals.push({ code: 'reason-missing', message: 'Enter the reason, which everybody can read', field: 'reason' });
  if (!decision.granted) return refusals;
  if (asked.askedDueOn <= today || asked.askedDueOn <= extendable.dueOn) {
    refusals.push({ code: 'date-past', message: 'The date that was asked for has passed or is no later than the due date, so it cannot be granted', field: 'decision' });
  }
  if (!isExtendable(extendable)) refusals.push({ code: 'delivered', message: 'It has been delivered or its window has closed, so there is nothing to extend', field: 'decision' });
  return refusals;
}

function dateBlockers({ dueOn }: Extendable, askedDueOn: string, today: string, working: WorkingCalendar): Refusal[] {
  const refusal = (code: string, message: string): Refusal[] => [{ code, message, field: 'askedDueOn' }];
  if (askedDueOn === '') return refusal('date-missing', 'Enter the new due date, like 30 3 2027');
  if (dayFrom(askedDueOn) === undefined || !/^20\d\d-/.test(askedDueOn)) return refusal('date-wrong', 'The new due date must be a real date, like 30 3 2027');
  if (askedDueOn <= dueOn) return refusal('date-not-later', 'The new due date must be after the due date');
  if (askedDueOn <= today) return refusal('date-past', 'The new due date must be in the future');
  if (!working.isWorkingDay(askedDueOn)) return refusal('no-working-day', 'The new due date must be a working day: not a Saturday, a Sunday or a bank holiday');
  const latest = working.after(dueOn > today ? dueOn : today, LONGEST_EXTENSION);
  if (askedDueOn > latest) return refusal('date-far', `The new due date must be no more than ${LONGEST_EXTENSION} working days away`);
  return [];
}
