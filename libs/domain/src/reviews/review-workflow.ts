import { type Role } from '#domain/access/roles.js';
import { type Refusal, type TransitionTable } from '#domain/workflow/transition-table.js';
import { type DecisionDraft, type Delivery, decisionBlockers, type Reviewer, reviewerBlockers } from './review-blockers.js';
import { isAcceptance, REVIEW_STATES, type ReviewDecision, type ReviewStatus } from './review-status.js';

export type ReviewAction =
  | 'claim'
  | 'hand-back'
  | 'hand-on'
  | 'return'
  | 'accept'
  | 'propose'
  | 'confirm'
  | 'refuse'
  | 'take-back'
  | 'request-changes'
  | 'publish-unresolved'
  | 'close';

/**
 * Towards a review: any reviewer of the council, the one who holds it, another one who can be its second, the council's
 * members, who hand on what a colleague cannot, or Waymark itself.
 */
export type ReviewPosition = 'reviewer' | 'holder' | 'second' | 'council' | 'system';

export interface ReviewFacts {
  reviewer: Reviewer;
  delivery: Delivery;
  checksDone: boolean;
  /** The return claims better than the figures: an acceptance needs a second, different reviewer. */
  needsSecond?: boolean;
  roundsSentBack?: number;
  questionOpen?: boolean;
  /** What bars this reviewer beside the rules that are here: declared interests. */
  bars?: readonly Refusal[];
  /** What is decided; absent where the page only asks whether anything may be. */
  draft?: DecisionDraft;
}

const mayReview = ({ reviewer, delivery, bars = [] }: ReviewFacts): Refusal[] => [...reviewerBlockers(reviewer, delivery), ...bars];

const mayDecide = (facts: ReviewFacts): Refusal[] => [...mayReview(facts), ...decisionBlockers(facts)];

const mayAccept = (facts: ReviewFacts): Refusal[] => [
  ...mayDecide(facts),
  ...(facts.needsSecond ? [{ code: 'second-needed', message: 'The return claims better than the figures, so a second reviewer must confirm an acceptance' }] : []),
];

/** THE table of a review. A delivery that the department withdraws closes its review: there is nothing left to decide. */
export const REVIEW_WORKFLOW: TransitionTable<ReviewStatus, ReviewAction, ReviewPosition, ReviewFacts> = {
  name: 'review',
  initial: 'queued',
  final: ['decided', 'closed'],
  states: REVIEW_STATES,
  transitions: [
    { from: 'queued', action: 'claim', to: 'claimed', who: 'reviewer', label: 'Claim this review', refuse: mayReview },
    { from: 'claimed', action: 'accept', to: 'decided', who: 'holder', label: 'Accept', refuse: mayAccept },
    { from: 'claimed', action: 'propose', to: 'proposed', who: 'holder', label: 'Propose to accept', refuse: mayDecide },
    { from: 'claimed', action: 'request-changes', to: 'decided', who: 'holder', label: 'Request changes', refuse: mayDecide },
    { from: 'claimed', action: 'publish-unresolved', to: 'decided', who: 'holder', label: 'Publish unresolved', refuse: mayDecide },
    { from: 'proposed', action: 'confirm', to: 'decided', who: 'second', label: 'Confirm', refuse: mayDecide },
    { from: 'proposed', action: 'refuse', to: 'claimed', who: 'second', label: 'Do not confirm', refuse: mayReview },
    { from: 'proposed', action: 'take-back', to: 'claimed', who: 'holder', label: 'Take back your proposal' },
    // Letting go decides nothing, so the review itself has nothing against it; whoever receives it is looked at by the service.
    { from: 'claimed', action: 'hand-back', to: 'queued', who: 'holder', label: 'Hand back to the queue' },
    { from: 'claimed', action: 'hand-on', to: 'claimed', who: 'holder', label: 'Hand on to another reviewer' },
    { from: 'claimed', action: 'hand-on', to: 'claimed', who: 'council', label: 'Hand on to another reviewer' },
    { from: 'claimed', action: 'return', to: 'queued', who: 'system', label: 'Return to the queue' },
    { from: 'queued', action: 'close', to: 'closed', who: 'system', label: 'Close' },
    { from: 'claimed', action: 'close', to: 'closed', who: 'system', label: 'Close' },
    { from: 'proposed', action: 'close', to: 'closed', who: 'system', label: 'Close' },
  ],
};

/** The move of the submission that each decision makes. */
export const ACTION_OF_DECISION = {
  accepted: 'accept',
  'accepted-with-reservations': 'accept',
  'changes-requested': 'request-changes',
  'published-unresolved': 'publish-unresolved',
} as const satisfies Record<ReviewDecision, ReviewAction>;

/** The review's own move: an acceptance that needs a second reviewer is proposed first. */
export function actionOf(decision: ReviewDecision, needsSecond: boolean): ReviewAction {
  return needsSecond && isAcceptance(decision) ? 'propose' : ACTION_OF_DECISION[decision];
}

const MEMBERS: readonly Role[] = ['council-member', 'council-chair'];

/** Positions of somebody of the council towards a review. */
export function positionsTowards(review: { reviewerId: string | null }, reviewer: Reviewer): ReviewPosition[] {
  const positions: ReviewPosition[] = [];
  if (reviewer.roles.includes('reviewer')) positions.push('reviewer', review.reviewerId === reviewer.id ? 'holder' : 'second');
  if (reviewer.roles.some((role) => MEMBERS.includes(role))) positions.push('council');
  return positions;
}
