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
  /** "mission 5, Education", or the framework's title where it is about that as a whole. */
  about: string;
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
  const { reference, about, target, sentence, answerer } = news;
  return [
    `Alert ${reference} was raised on ${about}.`,
    ...(target ? [`Target: ${target}.`] : []),
    sentence,
    answerer ? asked : 'No department leads this mission (vacancy): nobody but the council has been told.',
    `Read the alert and its history:\n${address}`,
    NOT_OFFICIAL,
  ];
}

/** To the department that has to answer. Alerts wait for no digest. */
export const ALERT_FOR_DEPARTMENT = noticeText<AlertNews>('alert-for-department', {
  title: 'Your department has to answer an alert',
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

/** To statisticians, where figures are missing. */
export const ALERT_FOR_STATISTICIAN = noticeText<AlertNews>('alert-for-statistician', {
  title: 'Figures have not come by their date',
  urgent: true,
  subject: (news) => subjectLine(news.kind, news),
  paragraphs: (news, address) => [
    ...raised(news, address, `${news.answerer ?? ''} must answer by ${longDate(news.responseDueOn)}.`).slice(0, -2),
    'If the figures are published, import their release; if they are not to be had, say so in the register of data gaps.',
    `Read the alert and its history:\n${address}`,
  ],
});

/** To both departments and the council, when the lead of a mission changes. The date stays. */
export const ALERT_CHANGED_HANDS = noticeText<AlertNews & { text: string }>('alert-changed-hands', {
  title: 'An alert moves with its mission to another lead department',
  urgent: true,
  subject: (news) => subjectLine('New lead department', news),
  paragraphs: ({ reference, about, sentence, text }, address) => [`Alert ${reference} on ${about}: ${sentence}`, text, `Read the alert and its history:\n${address}`, NOT_OFFICIAL],
});

/** To the other side, when somebody has moved. */
export const ALERT_MOVED = noticeText<AlertNews & AlertMove>('alert-moved', {
  title: 'The other side has moved on an alert',
  urgent: true,
  subject: (news) => subjectLine(news.status, news),
  paragraphs: ({ reference, about, status, office, text, mayAnswerAgain }, address) => [
    `Alert ${reference} on ${about}, now stands at “${status}”.`,
    ...(text ? [`${office}: ${text}`] : []),
    ...(mayAnswerAgain ? ['The department may answer again.'] : []),
    `Read the alert and its history:\n${address}`,
    NOT_OFFICIAL,
  ],
});

/** To the council and the department, on the day after an answer was due. */
export const ALERT_UNANSWERED = noticeText<AlertNews & { text: string }>('alert-unanswered', {
  title: 'An alert has had no response by its date',
  urgent: true,
  subject: (news) => subjectLine('No response', news),
  paragraphs: ({ reference, about, text }, address) => [
    `Alert ${reference} on ${about}: ${text}`,
    'The public page says “no response” from today. The department may still answer; the council may escalate.',
    `Read the alert and its history:\n${address}`,
    NOT_OFFICIAL,
  ],
});

/** To the council and the department, when a release has shown whether a plan works, or has not come. */
export const ALERT_EFFECT = noticeText<AlertNews & { outcome: string; text: string }>('alert-effect', {
  title: 'A release shows whether a recovery plan works',
  subject: (news) => subjectLine(news.outcome, news),
  paragraphs: ({ reference, about, text }, address) => [`Alert ${reference} on ${about}.`, text, `Read the alert and its history:\n${address}`, NOT_OFFICIAL],
});
