import type { SubmissionStatus } from '#domain/submissions/submission-status.js';
import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { CONTRIBUTION_STATES, type ContributionAction, type ContributionPosition, type ContributionState, LONGEST_CONTRIBUTION } from './contribution-status.js';

/** What a move is judged by: the answer with the move's own input laid over it, and the return that it is for. */
export interface ContributionFacts {
  readonly answer: string;
  /** Why it is declined, or the question withdrawn; empty for the other moves. */
  readonly reason: string;
  readonly returnStatus: SubmissionStatus;
}

type Arrow = TransitionTable<ContributionState, ContributionAction, ContributionPosition, ContributionFacts>['transitions'][number];

const OPEN: readonly SubmissionStatus[] = ['draft', 'changes-requested', 'withdrawn'];
/** What is being signed or was delivered keeps its words; only what was delivered, or never will be, closes the request. */
const OVER: readonly SubmissionStatus[] = ['submitted', 'in-review', 'accepted', 'published-unresolved', 'not-submitted'];

const UNANSWERED = ['asked', 'drafted'] as const;

/**
 * The life of a request. What is given can be taken back and changed until the return goes to its SRO; what nobody has answered
 * when the return is signed off, or its window closes, is not given. Whoever asked can withdraw the question while nobody has answered;
 * the clock does where the mission has come to the very department that was asked, or names whoever was asked no longer.
 */
export const CONTRIBUTION_WORKFLOW: TransitionTable<ContributionState, ContributionAction, ContributionPosition, ContributionFacts> = {
  name: 'contribution',
  initial: 'asked',
  final: ['not-given', 'withdrawn'],
  states: Object.keys(CONTRIBUTION_STATES) as ContributionState[],
  transitions: [
    ...UNANSWERED.flatMap((from): Arrow[] => [
      { from, action: 'save', to: 'drafted', who: 'answerer', label: 'Save', refuse: closedReturn },
      { from, action: 'give', to: 'given', who: 'answerer', label: 'Give the contribution', refuse: (facts) => [...closedReturn(facts), ...answerBlockers(facts)] },
      { from, action: 'decline', to: 'declined', who: 'answerer', label: 'Decline', refuse: (facts) => [...closedReturn(facts), ...reasonBlockers(facts)] },
      { from, action: 'close', to: 'not-given', who: 'clock', label: 'Close', refuse: stillOpen },
      { from, action: 'withdraw', to: 'withdrawn', who: 'asker', label: 'Withdraw the question', refuse: (facts) => [...closedReturn(facts), ...withdrawalBlockers(facts)] },
      { from, action: 'withdraw', to: 'withdrawn', who: 'clock', label: 'Withdraw the question' },
    ]),
    { from: 'given', action: 'take-back', to: 'drafted', who: 'answerer', label: 'Take back and change', refuse: closedReturn },
    { from: 'declined', action: 'take-back', to: 'drafted', who: 'answerer', label: 'Contribute after all', refuse: closedReturn },
  ],
};

/** What stands against giving an answer. */
export function answerBlockers({ answer }: Pick<ContributionFacts, 'answer'>): Refusal[] {
  if (answer.trim() === '') return [{ code: 'answer-missing', message: 'Enter your contribution', field: 'answer' }];
  if (answer.length <= LONGEST_CONTRIBUTION) return [];
  return [{ code: 'answer-too-long', message: `Your contribution must be ${LONGEST_CONTRIBUTION.toLocaleString('en-GB')} characters or less`, field: 'answer' }];
}

/** Can a contribution to a return be asked, written or changed now? */
export function takesContributions(status: SubmissionStatus): boolean {
  return OPEN.includes(status);
}

/** Is the return signed off, or its window closed? */
export function contributionsAreOver(status: SubmissionStatus): boolean {
  return OVER.includes(status);
}

function closedReturn({ returnStatus }: ContributionFacts): Refusal[] {
  return takesContributions(returnStatus) ? [] : [{ code: 'return-closed', message: 'The return has been sent for sign-off, so nothing can be added or changed unless it comes back' }];
}

function stillOpen({ returnStatus }: ContributionFacts): Refusal[] {
  return contributionsAreOver(returnStatus) ? [] : [{ code: 'return-open', message: 'The return has not been signed off' }];
}

function withdrawalBlockers({ reason }: ContributionFacts): Refusal[] {
  return reason.trim() === '' ? [{ code: 'reason-missing', message: 'Enter why you withdraw the question', field: 'reason' }] : [];
}

function reasonBlockers({ reason }: ContributionFacts): Refusal[] {
  return reason.trim() === '' ? [{ code: 'reason-missing', message: 'Enter why you decline', field: 'reason' }] : [];
}
