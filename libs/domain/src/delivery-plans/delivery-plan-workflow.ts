import {
  anyOf,
  declinedWithoutReason,
  incomplete,
  notYetUnresolved,
  reviewedByItsMaker,
  sentBackTooOften,
  signedByItsAuthor,
  somethingStands,
  tooLate,
  withoutClearance,
  withoutNamedSections,
  withoutReason,
} from '#domain/submissions/submission-refusals.js';
import { SUBMISSION_STATES } from '#domain/submissions/submission-status.js';
import type { SubmissionTransition, SubmissionWorkflow } from '#domain/submissions/submission-workflow.js';
import { WINDOW_CLOSING } from '#domain/submissions/window-closing.js';

/**
 * The way of an outcome delivery plan. It differs from a return's in one rule: a plan commits the department for a year, so
 * only the SRO who can sign it can withdraw it. And one of a department without a part in any mission is owed no longer.
 */
export const DELIVERY_PLAN_WORKFLOW: SubmissionWorkflow = {
  name: 'delivery plan',
  initial: 'draft',
  final: ['accepted', 'published-unresolved', 'not-submitted'],
  states: SUBMISSION_STATES,
  transitions: [
    { from: 'draft', action: 'save', to: 'draft', who: 'drafter', label: 'Save' },
    { from: 'draft', action: 'send-for-sign-off', to: 'awaiting-sign-off', who: 'drafter', label: 'Send for sign-off', refuse: incomplete },
    ...(['sro', 'stand-in'] as const).flatMap((who): SubmissionTransition[] => [
      { from: 'awaiting-sign-off', action: 'decline', to: 'draft', who, label: 'Decline', refuse: declinedWithoutReason('Enter why you decline to sign this plan') },
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
    {
      from: 'submitted',
      action: 'withdraw',
      to: 'withdrawn',
      who: 'sro',
      label: 'Withdraw',
      refuse: withoutReason('Enter why you withdraw this plan'),
    },
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
    ...(['draft', 'awaiting-sign-off'] as const).map((from): SubmissionTransition => ({
      from,
      action: 'end-owing',
      to: 'not-owed',
      who: 'clock',
      label: 'End what is owed',
      refuse: anyOf(somethingStands, withoutReason('Enter why this plan is no longer owed')),
    })),
    { from: 'not-owed', action: 'owe-again', to: 'draft', who: 'clock', label: 'Owe again' },
    ...WINDOW_CLOSING,
  ],
};
