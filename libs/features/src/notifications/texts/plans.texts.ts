import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

interface CountedOn {
  /** The department whose plan it is. */
  department: string;
  reference: string;
  coversLabel: string;
  /** What it needs, word for word, and by when (ISO date, '' where none is said). */
  needs: readonly { what: string; neededBy: string }[];
}

/** A plan counts on the reader's department. */
export const PLAN_DEPENDENCY_ASKED = noticeText<CountedOn>('plan-dependency-asked', {
  title: 'Another department’s plan counts on yours',
  subject: ({ department, reference }) => `${department} counts on your department: ${reference}`,
  paragraphs: ({ department, reference, coversLabel, needs }, address) => [
    `The outcome delivery plan of ${department} for ${coversLabel} (${reference}) counts on your department for:`,
    needs.map(({ what, neededBy }) => (neededBy === '' ? what : `${what} (by ${longDate(neededBy)})`)).join('\n'),
    `Confirm or dispute each. Until you do, it is shown as not confirmed:\n${address}`,
  ],
});

export interface DependencyAnswered {
  /** The department that answers. */
  department: string;
  reference: string;
  what: string;
  answer: 'confirmed' | 'disputed';
  reason: string;
  /** ISO date; null where it names none. */
  ownDate: string | null;
}

/** The answer to what the reader's plan counts on. */
export const PLAN_DEPENDENCY_ANSWERED = noticeText<DependencyAnswered>('plan-dependency-answered', {
  title: 'A department answers what your plan counts on it for',
  subject: ({ department, reference, answer }) => `${department} has ${answer} what ${reference} counts on`,
  paragraphs: ({ department, reference, what, answer, reason, ownDate }, address) => [
    `${department} has ${answer} what your plan ${reference} counts on it for:\n${what}`,
    ...(ownDate === null ? [] : [`Its own date: ${longDate(ownDate)}.`]),
    ...(reason.trim() === '' ? [] : [`In its words:\n${reason}`]),
    `The answer stands in the plan:\n${address}`,
  ],
});
