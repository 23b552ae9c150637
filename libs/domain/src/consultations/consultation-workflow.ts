import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { CONSULTATION_STATES, type ConsultationAction, type ConsultationPosition, type ConsultationState, LONGEST_CONSULTATION_TEXT } from './consultation-status.js';

/** What a move is judged by. Dates are ISO dates. */
export interface ConsultationFacts {
  readonly opensOn: string;
  readonly closesOn: string;
  readonly today: string;
  /** What was changed, and why; of a withdrawal the reason. */
  readonly changes: string;
  readonly reason: string;
}

/** A consultation opens and closes by the calendar; whoever asked says what was changed and why, by a date. */
export const CONSULTATION_WORKFLOW: TransitionTable<ConsultationState, ConsultationAction, ConsultationPosition, ConsultationFacts> = {
  name: 'consultation',
  initial: 'announced',
  final: ['responded', 'withdrawn'],
  states: Object.keys(CONSULTATION_STATES) as ConsultationState[],
  transitions: [
    { from: 'announced', action: 'open', to: 'open', who: 'clock', label: 'Open', refuse: ({ opensOn, today }) => (today < opensOn ? [{ code: 'too-early', message: 'The first day has not come' }] : []) },
    { from: 'open', action: 'close', to: 'closed', who: 'clock', label: 'Close', refuse: ({ closesOn, today }) => (today <= closesOn ? [{ code: 'too-early', message: 'The last day has not passed' }] : []) },
    {
      from: 'closed', action: 'respond', to: 'responded', who: 'asker', label: 'Publish the response',
      refuse: ({ changes, reason }) => [...textBlockers(changes, 'changes', 'Enter what was changed, or that nothing was'), ...textBlockers(reason, 'reason', 'Enter why')],
    },
    ...(['announced', 'open'] as const).map((from) => ({
      from, action: 'withdraw' as const, to: 'withdrawn' as const, who: 'asker' as const, label: 'Withdraw the consultation',
      refuse: ({ reason }: ConsultationFacts): Refusal[] => textBlockers(reason, 'reason', 'Enter why the consultation is withdrawn'),
    })),
  ],
};

/** @param missing what to say where there is no text */
export function textBlockers(text: string, field: string, missing: string): Refusal[] {
  if (text.trim() === '') return [{ code: `${field}-missing`, message: missing, field }];
  if (text.length <= LONGEST_CONSULTATION_TEXT) return [];
  return [{ code: `${field}-too-long`, message: `The text must be ${LONGEST_CONSULTATION_TEXT.toLocaleString('en-GB')} characters or less`, field }];
}
