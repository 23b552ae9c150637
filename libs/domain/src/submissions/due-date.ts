import type { SubmissionStatus } from './submission-status.js';

/** What the due list sorts by. Dates are ISO dates. */
export interface DueSubmission {
  readonly status: SubmissionStatus;
  readonly dueOn: string;
  /** Number of the delivery that stands; null before the first and after a withdrawal. */
  readonly standingVersion: number | null;
}

/**
 * Overdue from the day after the due date until something is delivered. Changes that the council asked for do not make a
 * return late that came in time; a withdrawal leaves the due date and the mark. What is owed no
 * longer is never late.
 */
export function isOverdue({ dueOn, standingVersion, status }: Pick<DueSubmission, 'dueOn' | 'standingVersion'> & Partial<Pick<DueSubmission, 'status'>>, today: string): boolean {
  return status !== 'not-owed' && standingVersion === null && dueOn < today;
}

/** Whose turn it is: the department's, the council's, or nobody's any more. */
export type Turn = 'department' | 'council' | 'none';

const TURN: Record<SubmissionStatus, Turn> = {
  draft: 'department',
  'awaiting-sign-off': 'department',
  submitted: 'council',
  'in-review': 'council',
  'changes-requested': 'department',
  accepted: 'none',
  'published-unresolved': 'none',
  withdrawn: 'department',
  'not-submitted': 'none',
  'not-owed': 'none',
};

export function turnOf(status: SubmissionStatus): Turn {
  return TURN[status];
}

/** For `Array.sort`: by due date, so that what is overdue stands first and longest. */
export function compareByDueDate(left: DueSubmission, right: DueSubmission): number {
  return left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0;
}
