/** Where an inquiry stands, in words for people. */
export const INQUIRY_STATES = {
  open: 'Open',
  'gathering-evidence': 'Gathering evidence',
  'findings-published': 'Findings published',
  closed: 'Closed',
  abandoned: 'Abandoned',
} as const;

export type InquiryState = keyof typeof INQUIRY_STATES;

export type InquiryAction = 'gather' | 'publish' | 'close' | 'abandon';

/** Whose idea it was: every inquiry says so. */
export const INQUIRY_ORIGINS = { 'own-motion': 'Of the council’s own motion', commissioned: 'Commissioned' } as const;

export type InquiryOrigin = keyof typeof INQUIRY_ORIGINS;

/** Where the evidence asked of one organisation stands. */
export const QUESTION_STATES = {
  asked: 'Asked',
  answered: 'Answered',
  withdrawn: 'Question withdrawn',
  'not-answered': 'Not answered',
} as const;

export type QuestionState = keyof typeof QUESTION_STATES;

export type QuestionAction = 'answer' | 'withdraw' | 'lapse';

/** Working days that an organisation has at least. */
export const FEWEST_DAYS_TO_ANSWER = 10;

/** Working days before the due date on which the organisation is reminded. */
export const QUESTION_REMINDERS = [5, 1] as const;

/** Characters. */
export const LONGEST_LINE = 200;
export const LONGEST_TEXT = 5000;
export const LONGEST_ANSWER = 20_000;
export const LONGEST_FINDINGS = 100_000;
