/** Where an evidence return or a delivery plan stands, in words for people. */
export const SUBMISSION_STATUS = {
  draft: 'Draft',
  'awaiting-sign-off': 'Awaiting sign-off',
  submitted: 'Submitted',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  accepted: 'Accepted',
  withdrawn: 'Withdrawn',
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
  | 'withdraw'
  | 'take-up';

/** Positions towards a submission: of the department's side its drafter and its SRO, of the council's its reviewer. */
export type SubmissionPosition = 'drafter' | 'sro' | 'reviewer';

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

/** Most characters of one answer, line breaks counted once. */
export const LONGEST_ANSWER = 5000;
