/** Where a review stands. */
export const REVIEW_STATUS = {
  queued: 'Waiting for a reviewer',
  claimed: 'Being reviewed',
  decided: 'Decided',
  closed: 'Closed without a decision',
} as const;

export type ReviewStatus = keyof typeof REVIEW_STATUS;

export const REVIEW_STATES = Object.keys(REVIEW_STATUS) as ReviewStatus[];

export const REVIEW_DECISIONS = {
  accepted: 'Accepted',
  'changes-requested': 'Changes requested',
} as const;

export type ReviewDecision = keyof typeof REVIEW_DECISIONS;

export const REVIEW_DECISION_NAMES = Object.keys(REVIEW_DECISIONS) as ReviewDecision[];
