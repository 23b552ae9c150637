import { type GivenReason, type SubmissionAction } from '#domain/submissions/submission-status.js';
import { longDate } from '#platform/pages/dates.js';

/** What a letter needs to know of the submission and the move. */
export interface SubmissionNews {
  reference: string;
  /** "evidence return on Education for April 2025 to March 2026". */
  what: string;
  /** ISO date. */
  dueOn: string;
  /** Who moved it. */
  by: string;
  reasons: readonly GivenReason[];
  /** Where the reader goes on. */
  address: string;
}

/** Whom a letter is for. */
export type LetterReader = 'sro' | 'drafter' | 'department';

interface LetterText {
  to: LetterReader;
  subject: (news: SubmissionNews) => string;
  paragraphs: (news: SubmissionNews) => string[];
}

/** The letters of the department's moves. A decision's is written by the council's review. */
const LETTERS: Partial<Record<SubmissionAction, LetterText>> = {
  'send-for-sign-off': {
    to: 'sro',
    subject: ({ reference }) => `For your sign-off: ${reference}`,
    paragraphs: ({ what, by, dueOn, address }) => [
      `${by} has sent you the ${what} for sign-off. It is due on ${longDate(dueOn)}.`,
      `Read it, then sign and submit it, or decline with a reason:\n${address}`,
    ],
  },
  decline: {
    to: 'drafter',
    subject: ({ reference }) => `Sign-off declined: ${reference}`,
    paragraphs: ({ what, by, reasons, address }) => [
      `${by} has declined to sign the ${what}, and says why:`,
      ...reasons.map(({ text }) => text),
      `You can change it and send it again:\n${address}`,
    ],
  },
  submit: {
    to: 'department',
    subject: ({ reference }) => `Submitted: ${reference}`,
    paragraphs: ({ reference, what, by, address }) => [
      `${by} has signed and submitted the ${what} to the council.`,
      `Its reference is ${reference}. The council will review it, and write to you when it has decided.`,
      `Read what was submitted:\n${address}`,
    ],
  },
};

/** Whom a move's letter goes to; undefined where a move has none. */
export function readerOfLetter(action: SubmissionAction): LetterReader | undefined {
  return LETTERS[action]?.to;
}

/** Subject and text for one reader. @throws Error for a move without a letter. */
export function submissionLetter(action: SubmissionAction, name: string, news: SubmissionNews): { subject: string; body: string } {
  const letter = LETTERS[action];
  if (!letter) throw new Error(`There is no letter for ${action}`);
  return { subject: letter.subject(news), body: `${[`Dear ${name},`, ...letter.paragraphs(news)].join('\n\n')}\n` };
}
