import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

/** What the notices say of an alert, in finished words. */
export interface AlertNews {
  /** "Target off track" */
  kind: string;
  /** "Not accepted" */
  status: string;
  /** "Education, Expected standard" */
  subject: string;
  reference: string;
  /** "5, Education" */
  mission: string;
  target: string | null;
  sentence: string;
  /** Who has to answer; null where nobody leads the mission. */
  answerer: string | null;
  /** ISO date. */
  responseDueOn: string;
}

/** What somebody has done about it: their office and their words for the public timeline. */
export interface AlertMove {
  office: string;
  text: string;
  mayAnswerAgain: boolean;
}

const NOT_OFFICIAL = 'A computed verdict is made by Waymark’s published method from published figures. It is not an official statistic.';
const subjectLine = (words: string, { subject, reference }: AlertNews): string => `${words}: ${subject} (${reference})`;

function raised(news: AlertNews, address: string, asked: string): string[] {
  const { reference, mission, target, sentence, answerer } = news;
  return [
    `Alert ${reference} was raised on mission ${mission}.`,
    ...(target ? [`Target: ${target}.`] : []),
    sentence,
    answerer ? asked : 'No department leads this mission (vacancy): nobody but the council has been told.',
    `Read the alert and its history:\n${address}`,
    NOT_OFFICIAL,
  ];
}

/** To the department that has to answer. Alerts wait for no digest. */
export const ALERT_FOR_DEPARTMENT = noticeText<AlertNews>('alert-for-department', {
  title: 'A mission that your department leads raises an alert',
  urgent: true,
  subject: (news) => subjectLine(news.kind, news),
  paragraphs: (news, address) =>
    raised(news, address, `Your department must answer by ${longDate(news.responseDueOn)}. Acknowledge the alert and name its owner, then answer with a recovery plan. Without an answer the public page says “no response”.`),
});

export const ALERT_FOR_COUNCIL = noticeText<AlertNews>('alert-for-council', {
  title: 'A mission raises an alert',
  urgent: true,
  subject: (news) => subjectLine(news.kind, news),
  paragraphs: (news, address) => raised(news, address, `${news.answerer ?? ''} must answer by ${longDate(news.responseDueOn)}.`),
});

/** To the other side, when somebody has moved. */
export const ALERT_MOVED = noticeText<AlertNews & AlertMove>('alert-moved', {
  title: 'The other side has moved on an alert',
  urgent: true,
  subject: (news) => subjectLine(news.status, news),
  paragraphs: ({ reference, mission, status, office, text, mayAnswerAgain }, address) => [
    `Alert ${reference} on mission ${mission}, now stands at “${status}”.`,
    ...(text ? [`${office}: ${text}`] : []),
    ...(mayAnswerAgain ? ['The department may answer again.'] : []),
    `Read the alert and its history:\n${address}`,
    NOT_OFFICIAL,
  ],
});
