import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { isOverdueQuestion } from '#domain/reviews/review-questions.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type QuestionToAnswer } from '#features/reviews/review-questions.queries.js';

export const QUESTION_STATES = ['open', 'answered', 'withdrawn', 'closed'] as const;

/** A question of the council as a department's own system reads it, with its clock. */
export interface QuestionState {
  id: string;
  /** Title of the section; null for the whole. */
  section: string | null;
  question: string;
  version: number;
  /** ISO date-time. */
  askedAt: string;
  /** ISO date. */
  dueOn: string;
  overdue: boolean;
  state: (typeof QUESTION_STATES)[number];
  answer: string | null;
  answeredAt: string | null;
  withdrawnBecause: string | null;
  rowVersion: number;
}

/** @param today ISO date */
export function questionState({ question: asked, reviewOpen }: QuestionToAnswer, kind: SubmissionKind, today: string): QuestionState {
  const { id, section, text, versionNumber, askedAt, dueOn, answer, answeredAt, withdrawnReason, rowVersion } = asked;
  return {
    id,
    section: section === null ? null : (sectionsOf(kind).find(({ key }) => key === section)?.title ?? section),
    question: text,
    version: versionNumber,
    askedAt: askedAt.toISOString(),
    dueOn,
    overdue: isOverdueQuestion(asked, today),
    state: stateOf({ question: asked, reviewOpen }),
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
    withdrawnBecause: withdrawnReason,
    rowVersion,
  };
}

function stateOf({ question, reviewOpen }: QuestionToAnswer): QuestionState['state'] {
  if (question.answeredAt) return 'answered';
  if (question.withdrawnAt) return 'withdrawn';
  return reviewOpen ? 'open' : 'closed';
}
