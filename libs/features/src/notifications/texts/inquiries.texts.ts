import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export interface InquiryNews {
  reference: string;
  title: string;
}

export interface QuestionNews extends InquiryNews {
  /** Who is asked. */
  organisation: string;
  /** ISO date of the answer. */
  dueOn: string;
}

export const INQUIRY_ASKED = noticeText<QuestionNews>('inquiry-asked', {
  title: 'An inquiry of the council asks your organisation for evidence',
  subject: ({ reference }) => `Inquiry ${reference} asks you for evidence`,
  paragraphs: ({ organisation, title, dueOn }, address) => [`The council’s inquiry “${title}” asks ${organisation} a question.`, `Your answer is due by ${longDate(dueOn)}: ${address}`],
});

export const INQUIRY_QUESTION_DUE = noticeText<QuestionNews & { days: number }>('inquiry-question-due', {
  title: 'The answer to an inquiry is due soon',
  subject: ({ reference, days }) => `Inquiry ${reference}: answer due in ${days === 1 ? '1 working day' : `${days} working days`}`,
  paragraphs: ({ title, dueOn }, address) => [`Your answer to the inquiry “${title}” is due on ${longDate(dueOn)}.`, address],
});

export const INQUIRY_QUESTION_OVERDUE = noticeText<QuestionNews>('inquiry-question-overdue', {
  title: 'The answer to an inquiry is overdue',
  subject: ({ reference, organisation }) => `Inquiry ${reference}: answer of ${organisation} overdue`,
  paragraphs: ({ organisation, title, dueOn }, address) => [`${organisation} has not answered the inquiry “${title}”. The answer was due on ${longDate(dueOn)}. This is shown in public.`, address],
});

export const INQUIRY_ANSWERED = noticeText<QuestionNews>('inquiry-answered', {
  title: 'An organisation has answered an inquiry',
  subject: ({ reference, organisation }) => `Inquiry ${reference}: ${organisation} has answered`,
  paragraphs: ({ organisation, title }, address) => [`${organisation} has answered the inquiry “${title}”.`, address],
});

export const INQUIRY_QUESTION_WITHDRAWN = noticeText<QuestionNews>('inquiry-question-withdrawn', {
  title: 'A question of an inquiry was withdrawn',
  subject: ({ reference }) => `Inquiry ${reference}: a question to you is withdrawn`,
  paragraphs: ({ title }, address) => [`The council has withdrawn a question of the inquiry “${title}”, with its reason. No answer is due any more.`, address],
});

export const INQUIRY_PUBLISHED = noticeText<InquiryNews>('inquiry-published', {
  title: 'An inquiry that asked you for evidence has published its findings',
  subject: ({ title }) => `Findings published: ${title}`,
  paragraphs: ({ reference, title }, address) => [`The council has published the findings of the inquiry ${reference}, “${title}”.`, address],
});
