import { textRefusals } from '#domain/workflow/text-refusals.js';
import { type Refusal, type TransitionTable } from '#domain/workflow/transition-table.js';

/** Where the closing of a framework stands, in words for people. */
export const CLOSING_STATES = {
  preparing: 'Being prepared',
  announced: 'Announced',
  closed: 'Closed',
} as const;

export type ClosingState = keyof typeof CLOSING_STATES;
export type ClosingAction = 'announce' | 'take-back' | 'take-effect';
export type ClosingPosition = 'chair' | 'clock';

/** What a move is judged by. Dates are ISO dates. */
export interface ClosingFacts {
  today: string;
  closesOn: string;
  /** Focus areas of the missions for which nobody has said what becomes of them. */
  undecided: readonly string[];
  /** Why an announcement is taken back. */
  reason: string;
}

/** Characters. */
export const LONGEST_REASON = 5000;

/** A closing that has taken effect is for good: what was unanswered then has been printed. */
export const CLOSING_WORKFLOW: TransitionTable<ClosingState, ClosingAction, ClosingPosition, ClosingFacts> = {
  name: 'closing of a framework',
  initial: 'preparing',
  final: ['closed'],
  states: Object.keys(CLOSING_STATES) as ClosingState[],
  transitions: [
    { from: 'preparing', action: 'announce', to: 'announced', who: 'chair', label: 'Announce the closing', refuse: announceRefusals },
    {
      from: 'announced', action: 'take-back', to: 'preparing', who: 'chair', label: 'Take the announcement back',
      refuse: ({ reason }) => textRefusals(reason, 'reason', 'Enter why the announcement is taken back', LONGEST_REASON),
    },
    { from: 'announced', action: 'take-effect', to: 'closed', who: 'clock', label: 'Close the framework', refuse: ({ closesOn, today }) => (closesOn <= today ? [] : [{ code: 'too-early', message: 'The day of the closing has not come' }]) },
  ],
};

function announceRefusals({ today, closesOn, undecided }: ClosingFacts): Refusal[] {
  return [
    ...(closesOn < today ? [{ code: 'closesOn-past', message: 'The day of the closing has passed. Change it to today or a later day', field: 'closesOn' }] : []),
    ...undecided.map((mission) => ({ code: 'mission-undecided', message: `Say what becomes of the mission “${mission}”` })),
  ];
}
