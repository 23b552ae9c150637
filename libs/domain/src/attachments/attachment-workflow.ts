import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';

/** Where a file of a submission stands, in words for people. */
export const ATTACHMENT_STATES = {
  checking: 'Pending virus check',
  ready: 'Attached',
  'left-out': 'Left out of the next version',
  refused: 'Refused: virus found',
  removed: 'Removed',
} as const;

export type AttachmentState = keyof typeof ATTACHMENT_STATES;
export type AttachmentAction = 'pass' | 'refuse' | 'remove' | 'leave-out' | 'take-back';

/** Of the department its drafter; the scanner is the system's. */
export type AttachmentPosition = 'drafter' | 'scanner';

export interface AttachmentFacts {
  /** Numbers of the delivered versions that name the file. */
  deliveredIn: readonly number[];
}

/**
 * The life of a file, from the moment when it has passed every look into it. One that was delivered stays for ever: it can be left
 * out of what is delivered next, and removed never.
 */
export const ATTACHMENT_WORKFLOW: TransitionTable<AttachmentState, AttachmentAction, AttachmentPosition, AttachmentFacts> = {
  name: 'attachment',
  initial: 'checking',
  final: ['removed'],
  states: Object.keys(ATTACHMENT_STATES) as AttachmentState[],
  transitions: [
    { from: 'checking', action: 'pass', to: 'ready', who: 'scanner', label: 'No virus found' },
    { from: 'checking', action: 'refuse', to: 'refused', who: 'scanner', label: 'Virus found' },
    ...(['checking', 'ready', 'refused'] as const).map((from) => ({
      from, action: 'remove' as const, to: 'removed' as const, who: 'drafter' as const, label: 'Remove', refuse: delivered,
    })),
    { from: 'ready', action: 'leave-out', to: 'left-out', who: 'drafter', label: 'Leave out', refuse: notDelivered },
    { from: 'left-out', action: 'take-back', to: 'ready', who: 'drafter', label: 'Take back in' },
  ],
};

/** States in which a file is part of what is delivered next. */
export const ATTACHED_STATES: readonly AttachmentState[] = ['checking', 'ready'];

function delivered({ deliveredIn }: AttachmentFacts): Refusal[] {
  if (deliveredIn.length === 0) return [];
  return [{ code: 'delivered', message: `The file is part of version ${deliveredIn.join(', ')}, which is kept as it was delivered. Leave it out of the next version instead` }];
}

function notDelivered({ deliveredIn }: AttachmentFacts): Refusal[] {
  return deliveredIn.length > 0 ? [] : [{ code: 'not-delivered', message: 'The file was never delivered: remove it instead' }];
}
