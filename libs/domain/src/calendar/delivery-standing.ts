import type { SubmissionStatus } from '#domain/submissions/submission-status.js';
import type { WorkingCalendar } from './working-calendar.js';

/** How far something that is owed has come, as everybody may see it. */
export type DeliveryStanding = 'due' | 'overdue' | 'delivered' | 'delivered-late' | 'not-submitted';

/** Dates are ISO dates. */
export interface Owed {
  status: SubmissionStatus;
  dueOn: string;
  /** It was marked overdue once, before it came or its date was moved. */
  markedOverdue: boolean;
  /** Null where nothing stands. */
  deliveredOn: string | null;
}

/** @param today ISO date */
export function deliveryStanding({ status, dueOn, deliveredOn }: Owed, today: string): DeliveryStanding {
  if (status === 'not-submitted') return 'not-submitted';
  if (deliveredOn === null) return dueOn < today ? 'overdue' : 'due';
  return deliveredOn > dueOn ? 'delivered-late' : 'delivered';
}

/** Working days from the due date to the delivery; 0 where it came late but before the next working day. */
export function workingDaysLate({ dueOn, deliveredOn }: Pick<Owed, 'dueOn' | 'deliveredOn'>, working: WorkingCalendar): number {
  return deliveredOn === null ? 0 : working.between(dueOn, deliveredOn);
}
