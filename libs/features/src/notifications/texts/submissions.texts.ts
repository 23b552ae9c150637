import { type GivenReason } from '#domain/submissions/submission-status.js';
import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

/** What a notice needs to know of a submission and its move. */
export interface SubmissionNews {
  reference: string;
  /** "evidence return on Education for April 2025 to March 2026". */
  what: string;
  /** ISO date. */
  dueOn: string;
  /** Who moved it, and in whose place. */
  by: string;
  reasons: readonly GivenReason[];
  /** Titles of sections by their keys. */
  titles: ReadonlyMap<string, string>;
}

export const SENT_FOR_SIGN_OFF = noticeText<SubmissionNews>('sent-for-sign-off', {
  title: 'A return or plan is for you to sign',
  subject: ({ reference }) => `For your sign-off: ${reference}`,
  paragraphs: ({ what, by, dueOn }, address) => [
    `${by} has sent you the ${what} for sign-off. It is due on ${longDate(dueOn)}.`,
    `Read it, then sign and submit it, or decline with a reason:\n${address}`,
  ],
});

export const SIGN_OFF_DECLINED = noticeText<SubmissionNews>('sign-off-declined', {
  title: 'Your senior responsible owner declines to sign',
  subject: ({ reference }) => `Sign-off declined: ${reference}`,
  paragraphs: ({ what, by, reasons, titles }, address) => [
    `${by} has declined to sign the ${what}, and says why:`,
    ...reasons.map(({ section, text }) => (section === null ? text : `${titles.get(section) ?? section}: ${text}`)),
    `You can change it and send it again:\n${address}`,
  ],
});

export const SUBMITTED = noticeText<SubmissionNews>('submitted', {
  title: 'Your department has submitted a return or plan',
  subject: ({ reference }) => `Submitted: ${reference}`,
  paragraphs: ({ reference, what, by }, address) => [
    `${by} has signed and submitted the ${what} to the council.`,
    `Its reference is ${reference}. The council will review it, and write to you when it has decided.`,
    `Read what was submitted:\n${address}`,
  ],
});

export const WITHDRAWN = noticeText<SubmissionNews>('withdrawn', {
  title: 'Your department has withdrawn a return or plan',
  subject: ({ reference }) => `Withdrawn: ${reference}`,
  paragraphs: ({ what, by, dueOn, reasons }, address) => [
    `${by} has withdrawn the ${what}, and says why:`,
    ...reasons.map(({ text }) => text),
    `It is still due on ${longDate(dueOn)}, and counts as not submitted until it is submitted again.`,
    `Take it up again:\n${address}`,
  ],
});

export const CLEARED = noticeText<{ reference: string; what: string; minister: string; clearedOn: string }>('minister-cleared', {
  title: 'A minister’s clearance was recorded',
  subject: ({ reference }) => `Minister’s clearance recorded: ${reference}`,
  paragraphs: ({ what, minister, clearedOn }, address) => [
    `${minister} cleared the ${what} on ${longDate(clearedOn)}. It can be signed now, as long as nobody changes a word of it.`,
    `Read and sign it:\n${address}`,
  ],
});
