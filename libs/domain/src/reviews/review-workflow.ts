import { type Refusal, type TransitionTable } from '#domain/workflow/transition-table.js';
import { type DecisionDraft, type Delivery, decisionBlockers, type Reviewer, reviewerBlockers } from './review-blockers.js';
import { REVIEW_STATES, type ReviewDecision, type ReviewStatus } from './review-status.js';

export type ReviewAction = 'claim' | 'hand-back' | 'accept' | 'request-changes' | 'close';

/** Towards a review: any reviewer of the council, the one who holds it, or Waymark itself. */
export type ReviewPosition = 'reviewer' | 'holder' | 'system';

export interface ReviewFacts {
  reviewer: Reviewer;
  delivery: Delivery;
  checksDone: boolean;
  /** What is decided; absent where the page only asks whether anything may be. */
  draft?: DecisionDraft;
}

const mayReview = ({ reviewer, delivery }: ReviewFacts): Refusal[] => reviewerBlockers(reviewer, delivery);

const mayDecide = (facts: ReviewFacts): Refusal[] => [...mayReview(facts), ...decisionBlockers(facts)];

/** THE table of a review. A delivery that the department withdraws closes its review: there is nothing left to decide. */
export const REVIEW_WORKFLOW: TransitionTable<ReviewStatus, ReviewAction, ReviewPosition, ReviewFacts> = {
  name: 'review',
  initial: 'queued',
  final: ['decided', 'closed'],
  states: REVIEW_STATES,
  transitions: [
    { from: 'queued', action: 'claim', to: 'claimed', who: 'reviewer', label: 'Claim this review', refuse: mayReview },
    { from: 'claimed', action: 'accept', to: 'decided', who: 'holder', label: 'Accept', refuse: mayDecide },
    { from: 'claimed', action: 'request-changes', to: 'decided', who: 'holder', label: 'Request changes', refuse: mayDecide },
    // Letting go decides nothing, so the review itself has nothing against it.
    { from: 'claimed', action: 'hand-back', to: 'queued', who: 'holder', label: 'Hand back to the queue' },
    { from: 'queued', action: 'close', to: 'closed', who: 'system', label: 'Close' },
    { from: 'claimed', action: 'close', to: 'closed', who: 'system', label: 'Close' },
  ],
};

/** The move that makes each decision. */
export const ACTION_OF_DECISION: Record<ReviewDecision, 'accept' | 'request-changes'> = {
  accepted: 'accept',
  'changes-requested': 'request-changes',
};

/** Positions of somebody with the reviewer's role towards a review. */
export function positionsTowards(review: { reviewerId: string | null }, reviewer: Reviewer): ReviewPosition[] {
  if (!reviewer.roles.includes('reviewer')) return [];
  return review.reviewerId === reviewer.id ? ['reviewer', 'holder'] : ['reviewer'];
}
