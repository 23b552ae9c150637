import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export interface ClosingNews {
  /** Of the framework. */
  title: string;
  /** ISO date. */
  closesOn: string;
  /** Why it is closed, or why the announcement was taken back. */
  why: string;
}

export const FRAMEWORK_CLOSING_ANNOUNCED = noticeText<ClosingNews>('framework-closing-announced', {
  title: 'The closing of a framework of missions was announced',
  subject: ({ title, closesOn }) => `“${title}” is closed on ${longDate(closesOn)}`,
  paragraphs: ({ title, closesOn, why }, address) => [
    `The council closes “${title}” on ${longDate(closesOn)}. Reason: ${why}`,
    `Whatever is unanswered on that day is printed as unanswered, with what becomes of each mission. What would be printed today: ${address}`,
  ],
});

export const FRAMEWORK_CLOSING_TAKEN_BACK = noticeText<ClosingNews>('framework-closing-taken-back', {
  title: 'The closing of a framework was taken back',
  subject: ({ title }) => `“${title}” is not closed for now`,
  paragraphs: ({ title, closesOn, why }, address) => [`The council has taken back the announcement that “${title}” is closed on ${longDate(closesOn)}. Reason: ${why}`, address],
});

export const FRAMEWORK_CLOSED = noticeText<Omit<ClosingNews, 'why'> & { unanswered: number }>('framework-closed', {
  title: 'A framework of missions was closed',
  subject: ({ title }) => `“${title}” is closed`,
  paragraphs: ({ title, unanswered }, address) => [
    `“${title}” is closed. Nothing more is asked of you for its missions, and nothing can be submitted.`,
    `Its last edition is public, with ${unanswered === 1 ? '1 thing that was' : `${unanswered} things that were`} unanswered: ${address}`,
  ],
});
