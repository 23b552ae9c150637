import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { LONGEST_REPLY, REPLY_STATES, type ReplyAction, type ReplyPosition, type ReplyState } from './consultation-status.js';

export interface ReplyFacts {
  readonly text: string;
  /** Null until decided. */
  readonly confidential: boolean | null;
  readonly confidentialReason: string;
  /** Is the consultation open? */
  readonly open: boolean;
}

type Arrow = TransitionTable<ReplyState, ReplyAction, ReplyPosition, ReplyFacts>['transitions'][number];

/** The reply of an invited body: written and sent while the consultation is open; what is not sent by then is no reply. */
export const REPLY_WORKFLOW: TransitionTable<ReplyState, ReplyAction, ReplyPosition, ReplyFacts> = {
  name: 'consultation reply',
  initial: 'invited',
  final: ['no-reply'],
  states: Object.keys(REPLY_STATES) as ReplyState[],
  transitions: [
    ...(['invited', 'drafted'] as const).flatMap((from): Arrow[] => [
      { from, action: 'save', to: 'drafted', who: 'body', label: 'Save', refuse: (facts) => [...whileOpen(facts), ...tooLong(facts)] },
      { from, action: 'send', to: 'sent', who: 'body', label: 'Send the reply', refuse: (facts) => [...whileOpen(facts), ...replyBlockers(facts)] },
      { from, action: 'lapse', to: 'no-reply', who: 'clock', label: 'Close', refuse: ({ open }) => (open ? [{ code: 'still-open', message: 'The consultation is open' }] : []) },
    ]),
    { from: 'sent', action: 'take-back', to: 'drafted', who: 'body', label: 'Take back and change', refuse: whileOpen },
  ],
};

/** What stands against sending. */
export function replyBlockers(facts: Pick<ReplyFacts, 'text' | 'confidential' | 'confidentialReason'>): Refusal[] {
  const { text, confidential, confidentialReason } = facts;
  return [
    ...(text.trim() === '' ? [{ code: 'text-missing', message: 'Enter your reply', field: 'text' }] : tooLong(facts)),
    ...(confidential === null ? [{ code: 'publish-missing', message: 'Select whether the reply may be published', field: 'publish' }] : []),
    ...(confidential && confidentialReason.trim() === '' ? [{ code: 'reason-missing', message: 'Enter why the reply is confidential', field: 'confidentialReason' }] : []),
  ];
}

function tooLong({ text }: Pick<ReplyFacts, 'text'>): Refusal[] {
  return text.length <= LONGEST_REPLY ? [] : [{ code: 'text-too-long', message: `Your reply must be ${LONGEST_REPLY.toLocaleString('en-GB')} characters or less`, field: 'text' }];
}

function whileOpen({ open }: ReplyFacts): Refusal[] {
  return open ? [] : [{ code: 'not-open', message: 'The consultation is not open for replies' }];
}
