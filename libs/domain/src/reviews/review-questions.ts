import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import { type Refusal } from '#domain/workflow/transition-table.js';

/** Working days that a department has to answer a question. */
export const QUESTION_WORKING_DAYS = 3;

/** A question as far as its rules go. Dates are ISO dates. */
export interface AskedQuestion {
  dueOn: string;
  answeredAt: Date | null;
  withdrawnAt: Date | null;
}

/** Neither answered nor withdrawn. */
export function isOpenQuestion({ answeredAt, withdrawnAt }: AskedQuestion): boolean {
  return answeredAt === null && withdrawnAt === null;
}

/** Past its day without an answer. @param today ISO date */
export function isOverdueQuestion(question: AskedQuestion, today: string): boolean {
  return isOpenQuestion(question) && question.dueOn < today;
}

/** Does it keep the reviewer from deciding? Only while the department still has time. */
export function holdsDecision(question: AskedQuestion, today: string): boolean {
  return isOpenQuestion(question) && question.dueOn >= today;
}

/** What stands against a text of this kind. @param name as its field is called: "Question" */
export function textBlockers(text: string, field: string, missing: string, name: string): Refusal[] {
  if (text.trim() === '') return [{ code: `${field}-missing`, message: missing, field }];
  if (text.length <= LONGEST_ANSWER) return [];
  return [{ code: `${field}-too-long`, message: `${name} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, field }];
}
