import { type ReviewDecision } from '#domain/reviews/review-status.js';
import { longDate } from '#platform/pages/dates.js';
import { type NoticeText, noticeText } from '../notice-text.js';

/** What a review's notices name. */
export interface ReviewNews {
  reference: string;
  /** "evidence return on Health for April 2025 to March 2026". */
  what: string;
}

/** The council's decision as its department reads it; the reasons are the reviewer's, word for word. */
export interface DecisionNews extends ReviewNews {
  reasons: readonly { title: string; text: string }[];
}

const sections = ({ reasons }: DecisionNews): string[] => reasons.map(({ title, text }) => (title === '' ? text : `${title}\n${text}`));

/** What the department is told of each decision. */
export const DECISION_TEXTS: Record<ReviewDecision, NoticeText<DecisionNews>> = {
  accepted: noticeText('review-accepted', {
    title: 'The council accepts a return or plan',
    subject: ({ reference }) => `Accepted: ${reference}`,
    paragraphs: ({ what }, address) => [`The council has accepted your ${what}.`, `You need do nothing more. Read it here:\n${address}`],
  }),
  'accepted-with-reservations': noticeText('review-accepted-with-reservations', {
    title: 'The council accepts with reservations',
    subject: ({ reference }) => `Accepted with reservations: ${reference}`,
    paragraphs: (news, address) => [
      `The council has accepted your ${news.what}, with reservations that it publishes beside it:`,
      ...sections(news),
      `You need do nothing more. Read it here:\n${address}`,
    ],
  }),
  'changes-requested': noticeText('review-changes-requested', {
    title: 'The council asks for changes',
    urgent: true,
    subject: ({ reference }) => `Changes requested: ${reference}`,
    paragraphs: (news, address) => [
      `The council has reviewed your ${news.what} and asks for changes to ${news.reasons.length === 1 ? 'one section' : `${news.reasons.length} sections`}:`,
      ...sections(news),
      `Change these sections, then send it for sign-off and submit it again:\n${address}`,
    ],
  }),
  'published-unresolved': noticeText('review-published-unresolved', {
    title: 'The council publishes something unresolved',
    subject: ({ reference }) => `Published unresolved: ${reference}`,
    paragraphs: (news, address) => [
      `The council has asked twice for changes to your ${news.what}. It is now published as you delivered it last, marked as unresolved, with what is not resolved:`,
      ...sections(news),
      `Read it here:\n${address}`,
    ],
  }),
};

export const REVIEW_OPENED = noticeText<ReviewNews & { number: number; dueOn: string }>('review-opened', {
  title: 'A delivery comes into the review queue',
  subject: ({ reference }) => `In the review queue: ${reference}`,
  paragraphs: ({ what, number, dueOn }, address) => [
    `${number === 1 ? 'A department has delivered' : 'A department has delivered again'} its ${what}${number === 1 ? '' : `, as version ${number}`}. Its review is due on ${longDate(dueOn)}.`,
    `Any reviewer who is free for it can claim it:\n${address}`,
  ],
});

interface QuestionNews extends ReviewNews {
  /** The section's title; '' for the whole. */
  section: string;
  text: string;
  /** ISO date. */
  dueOn: string;
}

const about = ({ section, text }: QuestionNews): string => (section === '' ? text : `${section}\n${text}`);

export const QUESTION_ASKED = noticeText<QuestionNews>('review-question-asked', {
  title: 'The council asks a question',
  urgent: true,
  subject: ({ reference }) => `A question on ${reference}`,
  paragraphs: (news, address) => [
    `A reviewer has a question on your ${news.what}. Your sign-off stands, and the version stays as it is.`,
    about(news),
    `Please answer by ${longDate(news.dueOn)}. Question and answer are published when the review is over:\n${address}`,
  ],
});

export const QUESTION_ANSWERED = noticeText<QuestionNews & { by: string; answer: string }>('review-question-answered', {
  title: 'A department answers your question',
  subject: ({ reference }) => `Answered: your question on ${reference}`,
  paragraphs: (news, address) => [`${news.by} has answered the question on the ${news.what}.`, about(news), news.answer, `Go on with the review:\n${address}`],
});

export const QUESTION_WITHDRAWN = noticeText<QuestionNews & { reason: string }>('review-question-withdrawn', {
  title: 'The council withdraws a question',
  subject: ({ reference }) => `Question withdrawn: ${reference}`,
  paragraphs: (news, address) => [`The reviewer has withdrawn a question on your ${news.what}. You need not answer it.`, about(news), news.reason, `Read it here:\n${address}`],
});

export const QUESTION_OVERDUE = noticeText<QuestionNews>('review-question-overdue', {
  title: 'A question of the council is overdue',
  urgent: true,
  subject: ({ reference }) => `No answer yet: question on ${reference}`,
  paragraphs: (news, address) => [
    `The question on the ${news.what} was to be answered by ${longDate(news.dueOn)}. It can still be answered, but the reviewer may decide without the answer.`,
    about(news),
    `Go on here:\n${address}`,
  ],
});

export const SECOND_WANTED = noticeText<ReviewNews & { by: string }>('review-second-wanted', {
  title: 'A second reviewer is needed',
  subject: ({ reference }) => `Second reviewer needed: ${reference}`,
  paragraphs: ({ what, by }, address) => [
    `${by} proposes to accept the ${what}. It claims better than the figures, so another reviewer must confirm that.`,
    `Read it, then confirm, or refuse with a reason:\n${address}`,
  ],
});

export const SECOND_OVERDUE = noticeText<ReviewNews & { by: string; dueOn: string }>('review-second-overdue', {
  title: 'A review that waits for its second reviewer is overdue',
  urgent: true,
  subject: ({ reference }) => `Second reviewer overdue: ${reference}`,
  paragraphs: ({ what, by, dueOn }, address) => [
    `${by} proposes to accept the ${what}. Its review was due on ${longDate(dueOn)}, and no second reviewer has confirmed or refused it.`,
    `Read it, then confirm, or refuse with a reason:\n${address}`,
  ],
});

export const SECOND_REFUSED = noticeText<ReviewNews & { by: string; reason: string }>('review-second-refused', {
  title: 'A second reviewer does not confirm',
  subject: ({ reference }) => `Not confirmed: ${reference}`,
  paragraphs: ({ what, by, reason }, address) => [`${by} does not confirm that the ${what} is accepted, and says why:`, reason, `The review is yours again:\n${address}`],
});

export const SECOND_CONFIRMED = noticeText<ReviewNews & { by: string }>('review-second-confirmed', {
  title: 'A second reviewer confirms',
  subject: ({ reference }) => `Confirmed: ${reference}`,
  paragraphs: ({ what, by }, address) => [`${by} has confirmed your decision on the ${what}. The department has been told.`, `Read it here:\n${address}`],
});

export const REVIEW_HANDED_ON = noticeText<ReviewNews & { by: string; reason: string; dueOn: string }>('review-handed-on', {
  title: 'A review is handed on to you',
  urgent: true,
  subject: ({ reference }) => `Handed on to you: ${reference}`,
  paragraphs: ({ what, by, reason, dueOn }, address) => [
    `${by} has handed the review of the ${what} on to you. It is due on ${longDate(dueOn)}.`,
    reason,
    `Open the review:\n${address}`,
  ],
});

export const REVIEW_TAKEN_ON = noticeText<ReviewNews & { by: string; to: string; reason: string }>('review-taken-on', {
  title: 'A review of yours is handed on',
  subject: ({ reference }) => `Handed on: ${reference}`,
  paragraphs: ({ what, by, to, reason }, address) => [`${by} has handed the review of the ${what}, which you held, on to ${to}.`, reason, `Read it here:\n${address}`],
});

export const REVIEW_DUE = noticeText<ReviewNews & { dueOn: string; days: number }>('review-due', {
  title: 'A review of yours is due soon',
  subject: ({ reference, days }) => `Review due in ${days === 1 ? 'one working day' : `${days} working days`}: ${reference}`,
  paragraphs: ({ what, dueOn }, address) => [`Your review of the ${what} is due on ${longDate(dueOn)}.`, `Go on with it, or hand it on:\n${address}`],
});

export const REVIEW_OVERDUE = noticeText<ReviewNews & { dueOn: string }>('review-overdue', {
  title: 'A review of yours is overdue',
  urgent: true,
  subject: ({ reference }) => `Review overdue: ${reference}`,
  paragraphs: ({ what, dueOn }, address) => [`Your review of the ${what} was due on ${longDate(dueOn)}.`, `Go on with it, or hand it on:\n${address}`],
});

export const REVIEW_WAITS_OVERDUE = noticeText<ReviewNews & { dueOn: string }>('review-waits-overdue', {
  title: 'A review that nobody holds is overdue',
  urgent: true,
  subject: ({ reference }) => `Review overdue in the queue: ${reference}`,
  paragraphs: ({ what, dueOn }, address) => [`The review of the ${what} was due on ${longDate(dueOn)}, and no reviewer holds it.`, `See who can take it:\n${address}`],
});

export const REVIEW_RETURNED = noticeText<ReviewNews & { holder: string }>('review-returned', {
  title: 'A review goes back to the queue by itself',
  subject: ({ reference }) => `Back in the queue: ${reference}`,
  paragraphs: ({ what, holder }, address) => [
    `The review of the ${what}, claimed by ${holder}, has had no activity for five working days. It is back in the queue at its old place, and any reviewer can claim it.`,
    `Open the review:\n${address}`,
  ],
});

export const RETURNED_TO_QUEUE = noticeText<ReviewNews>('review-waits-again', {
  title: 'A delivery of yours waits for another reviewer',
  subject: ({ reference }) => `Waiting for another reviewer: ${reference}`,
  paragraphs: ({ what }, address) => [`Your ${what} is back in the council’s queue and waits for another reviewer. You need do nothing.`, `Read where it stands:\n${address}`],
});
