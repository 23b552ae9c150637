import { isOpenQuestion, isOverdueQuestion } from '#domain/reviews/review-questions.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { titledReasons } from '../review-post.js';
import { type ReviewQuestion } from '../review-question.entity.js';
import { reviewsWords } from '../reviews.words.js';

const words = reviewsWords.question;

/** A question with all that was said, as both sides read it. */
export interface QuestionLine {
  /** What it is about. */
  about: string;
  text: string;
  tag: { text: string; classes: string };
  asked: string;
  due: string;
  /** Undefined until it is answered. */
  answer: { text: string; by: string } | undefined;
  /** Undefined unless it was withdrawn. */
  withdrawn: { reason: string; when: string } | undefined;
  /** Where the reader goes on; undefined where nothing is left to do. */
  link: { text: string; href: string } | undefined;
}

/** @param today ISO date. @param link to the reader's own next step, for a question that is still open */
export function questionLine(question: ReviewQuestion, kind: SubmissionKind, facts: { today: string; reviewOpen: boolean; link: QuestionLine['link'] }): QuestionLine {
  const { section, text, askedByName, askedAt, dueOn, answer, answeredByName, answeredAt, withdrawnReason, withdrawnAt } = question;
  const open = isOpenQuestion(question) && facts.reviewOpen;
  return {
    about: titledReasons(kind, [{ section, text: '' }])[0]?.title || words.whole,
    text,
    tag: words.states[stateOf(question, facts)],
    asked: words.askedBy(askedByName, longDateTime(askedAt)),
    due: words.due(longDate(dueOn)),
    answer: answeredAt ? { text: answer ?? '', by: words.answeredBy(answeredByName ?? '', longDateTime(answeredAt)) } : undefined,
    withdrawn: withdrawnAt ? { reason: withdrawnReason ?? '', when: words.withdrawnOn(longDateTime(withdrawnAt)) } : undefined,
    link: open ? facts.link : undefined,
  };
}

function stateOf(question: ReviewQuestion, { today, reviewOpen }: { today: string; reviewOpen: boolean }): keyof typeof words.states {
  if (question.answeredAt) return 'answered';
  if (question.withdrawnAt) return 'withdrawn';
  if (!reviewOpen) return 'over';
  return isOverdueQuestion(question, today) ? 'overdue' : 'open';
}
