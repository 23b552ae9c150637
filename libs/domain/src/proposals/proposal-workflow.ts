import { type Actor, may } from '#domain/access/permissions.js';
import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { LONGEST_PROPOSAL_TEXT, PROPOSAL_STATES, type ProposalAction, type ProposalOutcome, type ProposalPosition, type ProposalState } from './proposal-status.js';

/** What a move is judged by. */
export interface ProposalFacts {
  /** Null for the moves that do not answer. */
  readonly outcome: ProposalOutcome | null;
  /** The answer, or why it is withdrawn. */
  readonly words: string;
}

const UNANSWERED = ['received', 'acknowledged', 'with-department'] as const;

/** A proposal is acknowledged, taken up and answered by the department that it is for; the clock runs from its receipt. */
export const PROPOSAL_WORKFLOW: TransitionTable<ProposalState, ProposalAction, ProposalPosition, ProposalFacts> = {
  name: 'local proposal',
  initial: 'received',
  final: ['answered', 'withdrawn'],
  states: Object.keys(PROPOSAL_STATES) as ProposalState[],
  transitions: [
    { from: 'received', action: 'acknowledge', to: 'acknowledged', who: 'department', label: 'Acknowledge' },
    { from: 'acknowledged', action: 'take-up', to: 'with-department', who: 'department', label: 'Take up' },
    ...(['acknowledged', 'with-department'] as const).map((from) => ({ from, action: 'answer' as const, to: 'answered' as const, who: 'department' as const, label: 'Answer', refuse: answerBlockers })),
    ...UNANSWERED.map((from) => ({
      from, action: 'withdraw' as const, to: 'withdrawn' as const, who: 'proposer' as const, label: 'Withdraw',
      refuse: ({ words }: ProposalFacts) => wordsBlockers(words, 'Enter why you withdraw the proposal'),
    })),
  ],
};

/** Where somebody stands towards a proposal. */
export function positionsTowardsProposal(actor: Actor, { proposer, department }: { proposer: string; department: string }): ProposalPosition[] {
  if (actor.kind !== 'user') return [];
  return [
    ...(actor.organisationId === proposer && may(actor, 'proposal.submit') ? (['proposer'] as const) : []),
    ...(actor.organisationId === department && may(actor, 'proposal.answer') ? (['department'] as const) : []),
  ];
}

/** Is the answer late? Dates are ISO dates. */
export function isAnswerOverdue({ state, answerDueOn }: { state: ProposalState; answerDueOn: string }, today: string): boolean {
  return (UNANSWERED as readonly string[]).includes(state) && answerDueOn < today;
}

function answerBlockers({ outcome, words }: ProposalFacts): Refusal[] {
  return [
    ...(outcome === null ? [{ code: 'outcome-missing', message: 'Select how you answer', field: 'outcome' }] : []),
    ...wordsBlockers(words, outcome === 'declined' ? 'Enter why the proposal is declined' : 'Enter your answer'),
  ];
}

function wordsBlockers(words: string, missing: string): Refusal[] {
  if (words.trim() === '') return [{ code: 'words-missing', message: missing, field: 'words' }];
  return words.length <= LONGEST_PROPOSAL_TEXT ? [] : [{ code: 'words-too-long', message: `The text must be ${LONGEST_PROPOSAL_TEXT.toLocaleString('en-GB')} characters or less`, field: 'words' }];
}
