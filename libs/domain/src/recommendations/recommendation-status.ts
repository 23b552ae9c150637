/** Where a recommendation stands, in words for people. */
export const RECOMMENDATION_STATES = {
  'awaiting-answer': 'Awaiting an answer',
  accepted: 'Accepted',
  'partly-accepted': 'Partly accepted',
  'not-accepted': 'Not accepted',
  done: 'Done',
  'not-done': 'Not done',
  withdrawn: 'Withdrawn',
} as const;

export type RecommendationState = keyof typeof RECOMMENDATION_STATES;

/** What it comes from. */
export const RECOMMENDATION_SOURCES = { inquiry: 'Inquiry', report: 'Report', 'interim-review': 'Interim review' } as const;

export type RecommendationSourceKind = keyof typeof RECOMMENDATION_SOURCES;

/** The three ways to answer, by the action. */
export const ANSWERS = { accept: 'Accepted', 'accept-in-part': 'Accepted in part', 'not-accept': 'Not accepted' } as const;

export type AnswerAction = keyof typeof ANSWERS;

export type RecommendationAction = AnswerAction | 'mark-done' | 'mark-not-done' | 'withdraw';

export type RecommendationPosition = 'addressee' | 'council';

/** Working days in which an addressee answers where the council says nothing else, and how far it may go. */
export const DAYS_TO_ANSWER = 40;
export const FEWEST_DAYS = 5;
export const MOST_DAYS = 250;

/** Working days before a due date on which the addressee is reminded. */
export const RECOMMENDATION_REMINDERS = [10, 5, 1] as const;

/** Characters. */
export const LONGEST_TEXT = 5000;
