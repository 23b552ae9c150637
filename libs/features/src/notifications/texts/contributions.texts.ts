import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export interface ContributionNews {
  /** Who asks. */
  department: string;
  /** Who is asked. */
  organisation: string;
  /** "evidence return on Education for April 2025 to March 2026" */
  subject: string;
  question: string;
  /** ISO date */
  dueOn: string;
}

export const CONTRIBUTION_ASKED = noticeText<ContributionNews>('contribution-asked', {
  title: 'You are asked to contribute to a return',
  subject: ({ department, subject }) => `${department} asks you to contribute to its ${subject}`,
  paragraphs: ({ department, subject, question, dueOn }, address) => [
    `${department} asks your organisation to contribute to its ${subject}.`,
    `The question: ${question}`,
    `Please answer by ${longDate(dueOn)}: ${address}`,
    'You can also decline, with a reason.',
  ],
});

export const CONTRIBUTION_DUE = noticeText<ContributionNews & { days: number }>('contribution-due', {
  title: 'A contribution is due soon',
  subject: ({ days }) => `A contribution is due in ${days === 1 ? '1 working day' : `${days} working days`}`,
  paragraphs: ({ department, subject, dueOn }, address) => [
    `Your contribution to the ${subject} of ${department} is due on ${longDate(dueOn)}.`,
    `Answer or decline here: ${address}`,
  ],
});

export const CONTRIBUTION_OVERDUE = noticeText<ContributionNews>('contribution-overdue', {
  title: 'A contribution is overdue',
  subject: ({ organisation }) => `A contribution of ${organisation} is overdue`,
  paragraphs: ({ organisation, department, subject, dueOn }, address) => [
    `${organisation} was asked by ${department} to contribute to the ${subject} by ${longDate(dueOn)} and has not answered. This is shown in public.`,
    address,
  ],
});

export const CONTRIBUTION_GIVEN = noticeText<ContributionNews>('contribution-given', {
  title: 'A contribution was given to your return',
  subject: ({ organisation }) => `${organisation} has contributed to your return`,
  paragraphs: ({ organisation, subject }, address) => [
    `${organisation} has answered your question for the ${subject}.`,
    `Read it and decide whether the return quotes it: ${address}`,
  ],
});

export const CONTRIBUTION_DECLINED = noticeText<ContributionNews & { reason: string }>('contribution-declined', {
  title: 'A contribution to your return was declined',
  subject: ({ organisation }) => `${organisation} declines to contribute`,
  paragraphs: ({ organisation, subject, reason }, address) => [`${organisation} declines to contribute to the ${subject}.`, `Its reason: ${reason}`, address],
});

export const CONTRIBUTION_TAKEN_BACK = noticeText<ContributionNews>('contribution-taken-back', {
  title: 'A contribution to your return was taken back',
  subject: ({ organisation }) => `${organisation} has taken back its contribution`,
  paragraphs: ({ organisation, subject }, address) => [`${organisation} has taken back its contribution to the ${subject} to change it.`, address],
});

export const CONTRIBUTION_CLOSED = noticeText<ContributionNews>('contribution-closed', {
  title: 'A request for a contribution was closed unanswered',
  subject: ({ department }) => `The return of ${department} went without your contribution`,
  paragraphs: ({ department, subject }, address) => [`The ${subject} of ${department} was signed off, or its window closed, without your contribution. It is kept as not given.`, address],
});

export const CONTRIBUTION_PUBLISHED = noticeText<ContributionNews & { quoted: boolean }>('contribution-published', {
  title: 'A return that you contributed to is published',
  subject: ({ department, quoted }) => (quoted ? `The return of ${department} quotes your contribution whole` : `The return of ${department} does not quote your contribution`),
  paragraphs: ({ department, subject, quoted }, address) => [
    `The ${subject} of ${department} is published.`,
    quoted ? 'It quotes your contribution whole.' : 'It does not quote your contribution. The senior responsible owner and the council could read it beside the return.',
    address,
  ],
});

export const CONTRIBUTION_WITHDRAWN = noticeText<ContributionNews & { reason: string }>('contribution-withdrawn', {
  title: 'A question that you were asked was withdrawn',
  subject: ({ department }) => `You need not answer: the question of ${department} is withdrawn`,
  paragraphs: ({ department, subject, question, reason }, address) => [
    `The question on the ${subject} of ${department} is withdrawn. You need do nothing more.`,
    `The question was: ${question}`,
    `The reason: ${reason}`,
    `What you have written stays with you: ${address}`,
  ],
});

/** For whoever drafts the return, where nobody of theirs withdrew it. */
export const QUESTION_WITHDRAWN = noticeText<ContributionNews & { reason: string }>('question-withdrawn', {
  title: 'A question that you asked was withdrawn by itself',
  subject: ({ organisation }) => `${organisation} will not contribute: the question is withdrawn`,
  paragraphs: ({ organisation, subject, question, reason }, address) => [
    `The question to ${organisation} for the ${subject} is withdrawn. You need not wait for an answer.`,
    `The question was: ${question}`,
    `The reason: ${reason}`,
    `If you still want to know, you can ask them yourself: ${address}`,
  ],
});

export const NOBODY_TO_ASK = noticeText<{ bodies: readonly string[] }>('nobody-to-ask', {
  title: 'Nobody at an organisation can be asked for its contribution',
  subject: ({ bodies }) => (bodies.length === 1 ? `Nobody at ${bodies[0] ?? ''} has an account` : `${bodies.length} organisations have nobody with an account`),
  paragraphs: ({ bodies }, address) => [
    'Returns have opened to whose missions these organisations contribute. Nobody there has an account in Waymark, so they have not been asked:',
    bodies.join('\n'),
    `They are asked as soon as somebody there has an account. Give one here: ${address}`,
  ],
});
