import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export interface FactCheckNews {
  /** Of the report. */
  title: string;
  /** How many of the department's missions are in it. */
  missions: number;
  /** ISO date of the last day. */
  closesOn: string;
}

export const FACT_CHECK_OPENED = noticeText<FactCheckNews>('fact-check-opened', {
  title: 'A report is open for fact-check',
  subject: ({ closesOn }) => `Check the council’s text by ${longDate(closesOn)}`,
  paragraphs: ({ title, missions, closesOn }, address) => [
    `The council asks you to check what its report says of ${missions === 1 ? 'your mission' : `${missions} of your missions`}: ${title}.`,
    `You may send a right of reply of one page for each mission until ${longDate(closesOn)}, end of the day. It is printed beside the text. Without one the report says “No reply”.`,
    address,
  ],
});

export const FACT_CHECK_CLOSED = noticeText<{ title: string; replies: number; missions: number }>('fact-check-closed', {
  title: 'A fact-check is over',
  subject: ({ title }) => `The fact-check is over: ${title}`,
  paragraphs: ({ title, replies, missions }, address) => [`${replies} of ${missions} rights of reply were sent: ${title}.`, address],
});

export const REPORT_PUBLISHED = noticeText<{ title: string; edition: number }>('report-published', {
  title: 'A report of the council was published',
  subject: ({ title, edition }) => `Published: ${title}${edition > 1 ? `, edition ${edition}` : ''}`,
  paragraphs: ({ title, edition }, address) => [`The council has published ${title}, edition ${edition}.`, address],
});

export const REPORT_OVERDUE = noticeText<{ title: string; dueOn: string }>('statutory-report-late', {
  title: 'A statutory report was not laid in time',
  subject: ({ title }) => `Not laid in time: ${title}`,
  paragraphs: ({ title, dueOn }, address) => [`${title} was to be laid by ${longDate(dueOn)}. No date of laying is recorded.`, address],
});
