import { type TransitionTable } from '#domain/workflow/transition-table.js';

export type DecisionState = 'proposed' | 'open' | 'closed' | 'withdrawn';
export type DecisionAction = 'open' | 'close' | 'withdraw';
/** Who somebody is to a decision; both where the chair proposed it. */
export type DecisionPosition = 'chair' | 'proposer';

/** Once a vote is open nobody takes it back: a chair who does not like the count cannot make it unsaid. */
export const DECISION_WORKFLOW: TransitionTable<DecisionState, DecisionAction, DecisionPosition, object> = {
  name: 'A decision of the council',
  initial: 'proposed',
  final: ['closed', 'withdrawn'],
  states: ['proposed', 'open', 'closed', 'withdrawn'],
  transitions: [
    { from: 'proposed', action: 'open', to: 'open', who: 'chair', label: 'Open the vote' },
    { from: 'proposed', action: 'withdraw', to: 'withdrawn', who: 'proposer', label: 'Withdraw it' },
    { from: 'open', action: 'close', to: 'closed', who: 'chair', label: 'Close the vote and publish' },
  ],
};
