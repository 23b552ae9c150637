import { textRefusals } from '#domain/workflow/text-refusals.js';
import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { INQUIRY_STATES, type InquiryAction, type InquiryState, LONGEST_TEXT } from './inquiry-status.js';

/** What a move is judged by. */
export interface InquiryFacts {
  /** Why it is abandoned, or closed with recommendations that nobody has answered. */
  readonly reason: string;
  /** Number of the last version of the findings; 0 for none. */
  readonly findings: number;
  /** Questions that wait for an answer and are not overdue. */
  readonly waiting: number;
  /** Recommendations that nobody has answered. */
  readonly unanswered: number;
}

/** The council alone conducts an inquiry; its findings are published once. */
export const INQUIRY_WORKFLOW: TransitionTable<InquiryState, InquiryAction, 'council', InquiryFacts> = {
  name: 'inquiry',
  initial: 'open',
  final: ['closed', 'abandoned'],
  states: Object.keys(INQUIRY_STATES) as InquiryState[],
  transitions: [
    { from: 'open', action: 'gather', to: 'gathering-evidence', who: 'council', label: 'Start gathering evidence' },
    { from: 'gathering-evidence', action: 'publish', to: 'findings-published', who: 'council', label: 'Publish the findings', refuse: publishRefusals },
    {
      from: 'findings-published', action: 'close', to: 'closed', who: 'council', label: 'Close the inquiry',
      refuse: ({ unanswered, reason }) => (unanswered === 0 && reason === '' ? [] : textRefusals(reason, 'reason', `${unanswered === 1 ? '1 recommendation has' : `${unanswered} recommendations have`} no answer. Enter why the inquiry is closed all the same`, LONGEST_TEXT)),
    },
    ...(['open', 'gathering-evidence'] as const).map((from) => ({
      from, action: 'abandon' as const, to: 'abandoned' as const, who: 'council' as const, label: 'Abandon the inquiry',
      refuse: ({ reason }: InquiryFacts): Refusal[] => textRefusals(reason, 'reason', 'Enter why the inquiry is abandoned', LONGEST_TEXT),
    })),
  ],
};

/** Are its findings and recommendations still being written? */
export function isBeingWritten(state: InquiryState): boolean {
  return state === 'open' || state === 'gathering-evidence';
}

/** Is everything that was written for it public? */
export function hasPublished(state: InquiryState): boolean {
  return state === 'findings-published' || state === 'closed';
}

function publishRefusals({ findings, waiting }: InquiryFacts): Refusal[] {
  return [
    ...(findings === 0 ? [{ code: 'findings-missing', message: 'Write the findings first' }] : []),
    ...(waiting > 0 ? [{ code: 'answers-awaited', message: `${waiting === 1 ? '1 question waits' : `${waiting} questions wait`} for an answer that is not overdue. Wait for it, or withdraw the question with a reason` }] : []),
  ];
}
