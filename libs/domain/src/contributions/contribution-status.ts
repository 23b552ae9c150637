/** Where a request for a contribution stands, in words for people. */
export const CONTRIBUTION_STATES = {
  asked: 'Asked',
  drafted: 'In writing',
  given: 'Given',
  declined: 'Declined',
  'not-given': 'Not given',
  withdrawn: 'Question withdrawn',
} as const;

export type ContributionState = keyof typeof CONTRIBUTION_STATES;

export type ContributionAction = 'save' | 'give' | 'decline' | 'take-back' | 'close' | 'withdraw';

/** What happens to it beside the moves of the table. */
export type ContributionFact = 'ask' | 'remind' | 'mark-overdue' | 'quote' | 'unquote' | 'publish';

/** Who has asked, who is asked, and the clock. */
export type ContributionPosition = 'asker' | 'answerer' | 'clock';

/** Asked of everybody named for a mission when its return is opened. */
export const STANDING_QUESTION = 'What did you do for this mission in this time, and what came of it?';

/** Most characters of a question, and of an answer. */
export const LONGEST_QUESTION = 1000;
export const LONGEST_CONTRIBUTION = 5000;
