/** Where a local proposal stands, in words for people. */
export const PROPOSAL_STATES = {
  received: 'Received',
  acknowledged: 'Acknowledged',
  'with-department': 'With the department',
  answered: 'Answered',
  withdrawn: 'Withdrawn',
} as const;

export type ProposalState = keyof typeof PROPOSAL_STATES;

/** How a proposal was answered. */
export const PROPOSAL_OUTCOMES = {
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  declined: 'Declined',
} as const;

export type ProposalOutcome = keyof typeof PROPOSAL_OUTCOMES;

export type ProposalAction = 'acknowledge' | 'take-up' | 'answer' | 'withdraw';

export type ProposalPosition = 'proposer' | 'department';

/** Working days from its receipt in which a department answers. */
export const DAYS_TO_ANSWER = 20;

/** Working days before the answer is due on which the department is reminded. */
export const ANSWER_REMINDERS = [5, 1] as const;

/** Characters. */
export const LONGEST_PROPOSAL_TEXT = 5000;
export const LONGEST_LINE = 200;
