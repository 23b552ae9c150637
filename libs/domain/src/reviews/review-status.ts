/** Where a review stands. */
export const REVIEW_STATUS = {
  queued: 'Waiting for a reviewer',
  claimed: 'Being reviewed',
  proposed: 'Waiting for a second reviewer',
  decided: 'Decided',
  closed: 'Closed without a decision',
} as const;

export type ReviewStatus = keyof typeof REVIEW_STATUS;

export const REVIEW_STATES = Object.keys(REVIEW_STATUS) as ReviewStatus[];

/** States in which the council still has work to do. */
export const OPEN_REVIEW_STATES = ['queued', 'claimed', 'proposed'] as const satisfies readonly ReviewStatus[];

export function isOpenReview(status: ReviewStatus): boolean {
  return (OPEN_REVIEW_STATES as readonly ReviewStatus[]).includes(status);
}

export const REVIEW_DECISIONS = {
  accepted: 'Accepted',
  'accepted-with-reservations': 'Accepted with reservations',
  'changes-requested': 'Changes requested',
  'published-unresolved': 'Published unresolved',
} as const;

export type ReviewDecision = keyof typeof REVIEW_DECISIONS;

export const REVIEW_DECISION_NAMES = Object.keys(REVIEW_DECISIONS) as ReviewDecision[];

/** The two that a second reviewer may have to confirm. */
export const ACCEPTANCES = ['accepted', 'accepted-with-reservations'] as const satisfies readonly ReviewDecision[];

export type Acceptance = (typeof ACCEPTANCES)[number];

export function isAcceptance(decision: ReviewDecision): decision is Acceptance {
  return (ACCEPTANCES as readonly ReviewDecision[]).includes(decision);
}
