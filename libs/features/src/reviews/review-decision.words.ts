import { type ReviewDecision } from '#domain/reviews/review-status.js';

/** The form of a decision. */
export const decideWords = {
  title: 'Decide on this delivery',
  question: 'What is your decision?',
  options: {
    accepted: 'Accept',
    'accepted-with-reservations': 'Accept with reservations',
    'changes-requested': 'Request changes',
    'published-unresolved': 'Publish unresolved',
  } satisfies Record<ReviewDecision, string>,
  hints: {
    accepted: 'The department’s own rating is published beside the computed verdict.',
    'accepted-with-reservations': 'The same, and your reservations are published with it, word for word.',
    'changes-requested': 'The department changes the sections that you name and submits again.',
    'published-unresolved': 'It is published as delivered, clearly marked, with what is not resolved in your words.',
  } satisfies Record<ReviewDecision, string>,
  round: (before: number, most: number) => {
    if (before === 0) return `This is the first round. You can send it back ${most === 2 ? 'twice' : `${most} times`} at most.`;
    if (before < most) return `It has been sent back ${before === 1 ? 'once' : `${before} times`}. This is round ${before + 1}: you can send it back once more.`;
    return 'It has been sent back twice, so you cannot send it back again. Accept it, accept it with reservations, or publish it unresolved.';
  },
  reservations: 'What are your reservations?',
  reservationsHint: 'Only if you accept with reservations. They are published with the delivery, word for word.',
  unresolved: 'What is not resolved?',
  unresolvedHint: 'Only if you publish it unresolved. It is published with the delivery, word for word.',
  secondNeeded: 'The return claims better than the figures. If you accept it, a second reviewer must confirm that before it counts.',
  sections: 'Sections to send back',
  sectionsHint: 'Select each section and say what should change.',
  reason: (title: string) => `What should change in ${title.toLowerCase()}?`,
  chooseDecision: 'Select your decision',
  unselected: (title: string) => `You wrote a reason for ${title.toLowerCase()} but did not select it. Select it or clear the reason`,
  stray: {
    reservations: 'You wrote reservations but did not choose to accept with them. Choose that, or clear them',
    unresolved: 'You wrote what is not resolved but did not choose to publish it unresolved. Choose that, or clear it',
  },
  next: 'Continue',
};

/** The last look before it. */
export const checkWords = {
  title: 'Check your decision',
  decision: 'Decision',
  change: 'Change',
  reservations: 'Reservations',
  unresolved: 'Not resolved',
  letter: 'The department’s officials and senior responsible owners are told by email, with your reasons word for word.',
  public: 'Your words are published with the delivery.',
  second: 'Nothing is published yet: another reviewer must confirm it first, and the council’s other reviewers are told.',
  final: 'A decision cannot be changed.',
  proposal: 'You can take the proposal back until another reviewer has confirmed it.',
  buttons: {
    accepted: 'Accept this delivery',
    'accepted-with-reservations': 'Accept with reservations',
    'changes-requested': 'Send the sections back',
    'published-unresolved': 'Publish unresolved',
  } satisfies Record<ReviewDecision, string>,
  propose: 'Propose to accept',
};

/** What stands after it. */
export const confirmationWords = {
  titles: {
    accepted: 'Delivery accepted',
    'accepted-with-reservations': 'Accepted with reservations',
    'changes-requested': 'Changes requested',
    'published-unresolved': 'Published unresolved',
  } satisfies Record<ReviewDecision, string>,
  proposed: 'Acceptance proposed',
  reference: 'Reference',
  next: 'What happens next',
  steps: {
    accepted: 'The department is told by email. For an evidence return, its own rating now stands beside the computed verdict on the public page.',
    'accepted-with-reservations': 'The department is told by email, and your reservations are public with its words.',
    'changes-requested': 'The department is told by email, with your reasons. When it submits again, the new version comes into the queue as a review of its own.',
    'published-unresolved': 'The department is told by email. Its words are public, marked as unresolved, with your words beside them.',
  } satisfies Record<ReviewDecision, string>,
  proposedStep: 'The council’s other reviewers are told. One of them confirms, or refuses with a reason: then the review is yours again.',
  read: 'Read the review',
  back: 'Go to the review queue',
};
