/** Where an evidence return or a delivery plan stands, in words for people. */
export const SUBMISSION_STATUS = {
  draft: 'Draft',
  'awaiting-sign-off': 'Awaiting sign-off',
  submitted: 'Submitted',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  accepted: 'Accepted',
  'published-unresolved': 'Published unresolved',
  withdrawn: 'Withdrawn',
  'not-submitted': 'Not submitted',
  'not-owed': 'No longer owed',
} as const;

export type SubmissionStatus = keyof typeof SUBMISSION_STATUS;

export const SUBMISSION_STATES = Object.keys(SUBMISSION_STATUS) as SubmissionStatus[];

export type SubmissionKind = 'evidence-return' | 'delivery-plan';

export const SUBMISSION_KINDS: Record<SubmissionKind, string> = {
  'evidence-return': 'Evidence return',
  'delivery-plan': 'Outcome delivery plan',
};

export type SubmissionAction =
  | 'save'
  | 'send-for-sign-off'
  | 'decline'
  | 'submit'
  | 'start-review'
  | 'hand-back'
  | 'request-changes'
  | 'accept'
  | 'publish-unresolved'
  | 'withdraw'
  | 'take-up'
  | 'close-window'
  | 'close-unresolved'
  | 'end-owing'
  | 'owe-again';

/** What happens to a submission beside the moves of its table: its status stays, its history says so. */
export type SubmissionFact = 'open' | 'mark-overdue' | 'extend' | 'move-due' | 'change-lead' | 'clear' | 'ask' | 'answer';

/**
 * Positions towards a submission: of the department's side its drafter, its SRO and whoever stands in for the SRO, of the
 * council's its reviewer; the clock is the system's own.
 */
export type SubmissionPosition = 'drafter' | 'sro' | 'stand-in' | 'reviewer' | 'clock';

/** A reason given with a move, for the whole or for a named section. */
export interface GivenReason {
  /** The section's key; null for the whole. */
  section: string | null;
  text: string;
}

/** A part of a submission that can be named when it is sent back. */
export interface SubmissionSection {
  key: string;
  title: string;
}

/** How often the council may send one submission back with changes; after that it accepts, accepts with reservations, or publishes it unresolved. */
export const MOST_ROUNDS = 2;

/** Most characters of one answer, line breaks counted once. */
export const LONGEST_ANSWER = 5000;
