import { type Refusal, type TransitionTable } from '#domain/workflow/transition-table.js';

/** Where an interim review stands. */
export const INTERIM_REVIEW_STATES = {
  waiting: 'Waiting for figures',
  'figures-in': 'For the council to decide',
  closed: 'Closed',
} as const;

export type InterimReviewState = keyof typeof INTERIM_REVIEW_STATES;

/** What the council recommends for the target. */
export const RECOMMENDATIONS = {
  keep: 'Keep the target',
  reset: 'Reset the target',
  replace: 'Replace the target',
} as const;

export type Recommendation = keyof typeof RECOMMENDATIONS;

export const RECOMMENDATION_NAMES = Object.keys(RECOMMENDATIONS) as Recommendation[];

export type InterimReviewAction = 'close-on-figures' | 'decide';
export type InterimReviewPosition = 'clock' | 'council';

/** What a decision hangs on. */
export interface DecisionFacts {
  recommendation: string;
  reason: string;
  /** Somebody has said what the target has led to: the lead department, or the council in its place. */
  effectsAnswered: boolean;
  /** There is a lead department to ask. */
  asked: boolean;
  /** ISO dates. */
  effectsDueOn: string;
  today: string;
}

const LONGEST = 5000;

export const INTERIM_REVIEW_WORKFLOW: TransitionTable<InterimReviewState, InterimReviewAction, InterimReviewPosition, DecisionFacts> = {
  name: 'interim review',
  initial: 'waiting',
  final: ['closed'],
  states: ['waiting', 'figures-in', 'closed'],
  transitions: [
    { from: 'waiting', action: 'close-on-figures', to: 'figures-in', who: 'clock', label: 'The figures have come' },
    { from: 'figures-in', action: 'decide', to: 'closed', who: 'council', label: 'Decide and close', refuse: decisionFaults },
  ],
};

function decisionFaults({ recommendation, reason, effectsAnswered, asked, effectsDueOn, today }: DecisionFacts): Refusal[] {
  const faults: Refusal[] = [];
  if (!Object.hasOwn(RECOMMENDATIONS, recommendation)) faults.push({ code: 'recommendation-missing', message: 'Select what the council recommends', field: 'recommendation' });
  if (reason.trim() === '') faults.push({ code: 'reason-missing', message: 'Enter the reason; it is published', field: 'reason' });
  if (reason.length > LONGEST) faults.push({ code: 'too-long', message: 'Enter 5,000 characters or fewer', field: 'reason' });
  if (!effectsAnswered && (!asked || today > effectsDueOn)) {
    faults.push({ code: 'effects-missing', message: 'Nobody has said which perverse and unintended effects there are. Record what the council has seen of them first.' });
  }
  if (!effectsAnswered && asked && today <= effectsDueOn) {
    faults.push({ code: 'answer-awaited', message: 'The department has been asked for unintended effects, and its time is not over. Decide when it has answered or its day has passed.' });
  }
  return faults;
}
