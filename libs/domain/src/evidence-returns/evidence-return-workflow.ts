import {
  anyOf,
  declinedWithoutReason,
  incomplete,
  notYetUnresolved,
  reviewedByItsMaker,
  sentBackTooOften,
  signedByItsAuthor,
  tooLate,
  withoutClearance,
  withoutNamedSections,
  withoutReason,
} from '#domain/submissions/submission-refusals.js';
import { SUBMISSION_STATES } from '#domain/submissions/submission-status.js';
import type { SubmissionTransition, SubmissionWorkflow } from '#domain/submissions/submission-workflow.js';
import { WINDOW_CLOSING } from '#domain/submissions/window-closing.js';

/** The way of an evidence return: written and signed by two people of the department, reviewed by one of the council. */
export const EVIDENCE_RETURN_WORKFLOW: SubmissionWorkflow = {
  name: 'evidence return',
  initial: 'draft',
  final: ['accepted', 'published-unresolved', 'not-submitted'],
  // a return goes with its mission to whoever leads it: there is always somebody who owes it
  states: SUBMISSION_STATES.filter((state) => state !== 'not-owed'),
  transitions: [
    { from: 'draft', action: 'save', to: 'draft', who: 'drafter', label: 'Save' },
    { from: 'draft', action: 'send-for-sign-off', to: 'awaiting-sign-off', who: 'drafter', label: 'Send for sign-off', refuse: incomplete },
    ...(['sro', 'stand-in'] as const).flatMap((who): SubmissionTransition[] => [
      { from: 'awaiting-sign-off', action: 'decline', to: 'draft', who, label: 'Decline', refuse: declinedWithoutReason('Enter why you decline to sign this return') },
      {
        from: 'awaiting-sign-off',
        action: 'submit',
        to: 'submitted',
        who,
        label: 'Sign off and submit',
        refuse: anyOf(tooLate, signedByItsAuthor, withoutClearance, incomplete),
      },
    ]),
    { from: 'submitted', action: 'start-review', to: 'in-review', who: 'reviewer', label: 'Claim', refuse: reviewedByItsMaker },
    ...(['drafter', 'sro'] as const).map((who) => ({
      from: 'submitted' as const,
      action: 'withdraw' as const,
      to: 'withdrawn' as const,
      who,
      label: 'Withdraw',
      refuse: withoutReason('Enter why you withdraw this return'),
    })),
    { from: 'in-review', action: 'hand-back', to: 'submitted', who: 'reviewer', label: 'Hand back to the queue' },
    { from: 'in-review', action: 'hand-back', to: 'submitted', who: 'clock', label: 'Return to the queue' },
    {
      from: 'in-review',
      action: 'request-changes',
      to: 'changes-requested',
      who: 'reviewer',
      label: 'Request changes',
      refuse: anyOf(reviewedByItsMaker, sentBackTooOften, withoutNamedSections),
    },
    { from: 'in-review', action: 'accept', to: 'accepted', who: 'reviewer', label: 'Accept', refuse: reviewedByItsMaker },
    {
      from: 'in-review',
      action: 'publish-unresolved',
      to: 'published-unresolved',
      who: 'reviewer',
      label: 'Publish unresolved',
      refuse: anyOf(reviewedByItsMaker, notYetUnresolved, withoutReason('Enter what is not resolved')),
    },
    { from: 'changes-requested', action: 'save', to: 'changes-requested', who: 'drafter', label: 'Save' },
    {
      from: 'changes-requested',
      action: 'send-for-sign-off',
      to: 'awaiting-sign-off',
      who: 'drafter',
      label: 'Send for sign-off',
      refuse: incomplete,
    },
    { from: 'withdrawn', action: 'take-up', to: 'draft', who: 'drafter', label: 'Take up again' },
    ...WINDOW_CLOSING,
  ],
};
