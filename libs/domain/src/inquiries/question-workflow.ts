import type { WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { textRefusals } from '#domain/workflow/text-refusals.js';
import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { FEWEST_DAYS_TO_ANSWER, LONGEST_ANSWER, LONGEST_TEXT, QUESTION_STATES, type QuestionAction, type QuestionState } from './inquiry-status.js';

export interface QuestionFacts {
  /** The answer, or why the question is withdrawn. */
  readonly text: string;
  /** Null until decided. */
  readonly confidential: boolean | null;
  readonly confidentialReason: string;
}

/** Evidence asked of one organisation: answered once, in its own words. */
export const QUESTION_WORKFLOW: TransitionTable<QuestionState, QuestionAction, 'organisation' | 'council', QuestionFacts> = {
  name: 'question of an inquiry',
  initial: 'asked',
  final: ['answered', 'withdrawn', 'not-answered'],
  states: Object.keys(QUESTION_STATES) as QuestionState[],
  transitions: [
    { from: 'asked', action: 'answer', to: 'answered', who: 'organisation', label: 'Answer', refuse: answerRefusals },
    { from: 'asked', action: 'withdraw', to: 'withdrawn', who: 'council', label: 'Withdraw the question', refuse: ({ text }) => textRefusals(text, 'text', 'Enter why the question is withdrawn', LONGEST_TEXT) },
    { from: 'asked', action: 'lapse', to: 'not-answered', who: 'council', label: 'Publish without an answer' },
  ],
};

/** A question as the council wants to ask it. */
export interface NewQuestion {
  question: string;
  /** ISO date; null where what was typed is none. */
  dueOn: string | null;
}

/** Every reason at once, each with its field. @param today ISO date */
export function questionRefusals({ question, dueOn }: NewQuestion, today: string, calendar: WorkingCalendar): Refusal[] {
  return [...textRefusals(question, 'question', 'Enter what you ask', LONGEST_TEXT), ...dueRefusals(dueOn, calendar.after(today, FEWEST_DAYS_TO_ANSWER), calendar)];
}

function dueRefusals(dueOn: string | null, earliest: string, calendar: WorkingCalendar): Refusal[] {
  if (dueOn === null) return [{ code: 'dueOn-wrong', message: 'Enter the day by which it is to be answered, like 27 3 2027', field: 'dueOn' }];
  if (dueOn < earliest) return [{ code: 'dueOn-early', message: `The day must leave at least ${FEWEST_DAYS_TO_ANSWER} working days`, field: 'dueOn' }];
  return calendar.isWorkingDay(dueOn) ? [] : [{ code: 'dueOn-no-working-day', message: 'The day must be a working day', field: 'dueOn' }];
}

function answerRefusals({ text, confidential, confidentialReason }: QuestionFacts): Refusal[] {
  return [
    ...textRefusals(text, 'text', 'Enter your answer', LONGEST_ANSWER),
    ...(confidential === null ? [{ code: 'publish-missing', message: 'Select whether the answer may be published', field: 'publish' }] : []),
    ...(confidential === true ? textRefusals(confidentialReason, 'confidentialReason', 'Enter why the answer is confidential', LONGEST_TEXT) : []),
  ];
}
