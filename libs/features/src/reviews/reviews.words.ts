import { type ReviewStatus } from '#domain/reviews/review-status.js';
import { type SubmissionAction, type SubmissionFact } from '#domain/submissions/submission-status.js';
import { type ReviewEventAction } from './review-event.entity.js';
import { checkWords, confirmationWords, decideWords } from './review-decision.words.js';
import { handOnWords, secondWords } from './review-hands.words.js';
import { questionWords } from './review-questions.words.js';
import { compareWords, filesWords, showWords } from './review-reading.words.js';

/** The words of the council's review pages. */
export const reviewsWords = {
  aReview: 'This review',
  aDelivery: 'This delivery',
  aDecision: 'A decision on this delivery',
  backToReview: 'Back to the review',
  backToDecision: 'Back to your decision',
  mayNotReview: 'You cannot review this delivery',
  notDecided: 'The decision was not recorded',
  /** @param handedOnBy who gave it to them; null where they took it from the queue themselves */
  heldBy: (name: string | null | undefined, handedOnBy: string | null | undefined) =>
    handedOnBy ? `${handedOnBy} has handed this review on to ${name ?? 'another reviewer'}` : `${name ?? 'Another reviewer'} has claimed this review`,
  claimedByYou: 'You have claimed this review already',
  notYoursNow: 'There is nothing for you to decide',
  movedOnTitle: 'This page is no longer needed',
  heldSince: (held: string, when: string) => `${held}, on ${when}.`,
  lastMove: (what: string, name: string, when: string) => `What happened last: ${what.charAt(0).toLowerCase()}${what.slice(1)}, by ${name} on ${when}.`,
  claimFirst: 'Claim this review before you decide',
  movedOn: {
    queued: 'This review is back in the queue. Claim it before you decide',
    claimed: 'This review has changed since you opened it',
    proposed: 'This review waits for its second reviewer',
    decided: 'This review has been decided',
    closed: 'The department has withdrawn this delivery, so its review is closed',
  } satisfies Record<ReviewStatus, string>,

  version: (number: number) => `version ${number}`,

  list: { title: 'Review queue' },
  offTrack: 'Off track',
  overdue: 'Overdue',

  show: showWords,
  files: filesWords,
  compare: compareWords,
  moves: {
    submit: 'Signed off and submitted',
    withdraw: 'Withdrawn',
    'start-review': 'Review claimed',
    'hand-back': 'Review handed back',
    'request-changes': 'Changes requested',
    accept: 'Accepted',
    open: 'Opened',
    'publish-unresolved': 'Published unresolved',
    'close-unresolved': 'Window closed: published unresolved',
    'close-window': 'Window closed: not submitted',
    'mark-overdue': 'Marked overdue',
    extend: 'Extension granted',
    'change-lead': 'Moved with its mission to another department',
    clear: 'Minister’s clearance recorded',
    ask: 'Question asked',
    answer: 'Question answered',
  } as Partial<Record<SubmissionAction | SubmissionFact, string>>,

  inside: {
    'hand-on': 'Handed on',
    return: 'Returned to the queue by itself: no sign of its holder for five working days',
    propose: 'Acceptance proposed to a second reviewer',
    confirm: 'Confirmed by a second reviewer',
    refuse: 'Not confirmed by the second reviewer',
    'take-back': 'Proposal taken back',
    'withdraw-question': 'Question withdrawn',
    remind: 'Reminded',
  } satisfies Record<ReviewEventAction, string>,
  returned: 'Returned to the queue',
  insideTo: (name: string) => `to ${name}`,

  decide: decideWords,
  check: checkWords,
  handBack: {
    title: 'Hand this review back to the queue',
    text: 'It keeps its place and its due date, and another reviewer can claim it. Nothing that you typed is kept.',
    button: 'Hand back',
    done: 'The review is back in the queue.',
  },
  claimed: 'You have claimed this review.',
  confirmation: confirmationWords,
  handOn: handOnWords,
  second: secondWords,
  question: questionWords,
  note: {
    title: 'Add a note to the file',
    text: 'Reviewers and members of the council read it. The department never does, and it is never published. A note cannot be changed.',
    label: 'Your note',
    link: 'Add a note to the file',
    button: 'Add the note',
    done: 'The note is on file.',
    missing: 'Enter your note',
    name: 'Your note',
    notAdded: 'The note was not added',
    heading: 'Notes to the file',
    intro: 'For the council alone. The department does not see them.',
    empty: 'There is no note.',
    lent: 'You are on secondment from the department that submitted this, so the notes to the file are not shown to you.',
    by: (name: string, when: string) => `${name}, ${when}`,
  },
};
