import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

export interface RecommendationNews {
  reference: string;
  /** The recommendation's first words. */
  about: string;
  addressee: string;
  /** ISO date of the answer, or of what was promised. */
  dueOn: string;
}

const left = (days: number): string => (days === 1 ? '1 working day' : `${days} working days`);

export const RECOMMENDATION_MADE = noticeText<RecommendationNews>('recommendation-made', {
  title: 'The council has made a recommendation to your organisation',
  subject: ({ reference }) => `Recommendation ${reference} is addressed to you`,
  paragraphs: ({ addressee, about, dueOn }, address) => [`The council recommends to ${addressee}: “${about}”. It is public.`, `Your answer is due by ${longDate(dueOn)}: ${address}`],
});

export const RECOMMENDATION_DUE = noticeText<RecommendationNews & { days: number }>('recommendation-due', {
  title: 'The answer to a recommendation is due soon',
  subject: ({ reference, days }) => `Recommendation ${reference}: answer due in ${left(days)}`,
  paragraphs: ({ about, dueOn }, address) => [`The answer to “${about}” is due on ${longDate(dueOn)}.`, address],
});

export const RECOMMENDATION_OVERDUE = noticeText<RecommendationNews>('recommendation-overdue', {
  title: 'The answer to a recommendation is overdue',
  subject: ({ reference }) => `Recommendation ${reference}: answer overdue`,
  paragraphs: ({ addressee, about, dueOn }, address) => [`${addressee} has not answered “${about}”. The answer was due on ${longDate(dueOn)}. This is shown in public.`, address],
});

export const RECOMMENDATION_ANSWERED = noticeText<RecommendationNews & { answer: string }>('recommendation-answered', {
  title: 'A recommendation was answered',
  subject: ({ reference, answer }) => `Recommendation ${reference}: ${answer.toLowerCase()}`,
  paragraphs: ({ addressee, about, answer }, address) => [`${addressee} has answered “${about}”: ${answer.toLowerCase()}.`, `The answer is public: ${address}`],
});

export const RECOMMENDATION_PROMISE_DUE = noticeText<RecommendationNews & { days: number }>('recommendation-promise-due', {
  title: 'What was promised on a recommendation is due soon',
  subject: ({ reference, days }) => `Recommendation ${reference}: what was promised is due in ${left(days)}`,
  paragraphs: ({ about, dueOn }, address) => [`What you promised on “${about}” is to be done by ${longDate(dueOn)}. Report your progress: ${address}`],
});

export const RECOMMENDATION_PROMISE_OVERDUE = noticeText<RecommendationNews>('recommendation-promise-overdue', {
  title: 'What was promised on a recommendation is overdue',
  subject: ({ reference }) => `Recommendation ${reference}: what was promised is overdue`,
  paragraphs: ({ addressee, about, dueOn }, address) => [`What ${addressee} promised on “${about}” was to be done by ${longDate(dueOn)}, and the council has not found it done. This is shown in public.`, address],
});

export const RECOMMENDATION_PROGRESS = noticeText<RecommendationNews>('recommendation-progress', {
  title: 'Progress on a recommendation was reported',
  subject: ({ reference }) => `Recommendation ${reference}: progress reported`,
  paragraphs: ({ addressee, about }, address) => [`${addressee} has reported progress on “${about}”.`, address],
});

export const RECOMMENDATION_ENDED = noticeText<RecommendationNews & { state: string }>('recommendation-ended', {
  title: 'The council has marked a recommendation as done, as not done, or withdrawn it',
  subject: ({ reference, state }) => `Recommendation ${reference}: ${state.toLowerCase()}`,
  paragraphs: ({ about, state }, address) => [`The council has set the recommendation “${about}” to “${state}”, with its reason.`, address],
});

export const RECOMMENDATION_MOVED_AWAY = noticeText<RecommendationNews>('recommendation-moved-away', {
  title: 'A recommendation was addressed to another organisation',
  subject: ({ reference, addressee }) => `Recommendation ${reference} is now addressed to ${addressee}`,
  paragraphs: ({ addressee, about }, address) => [`The council has addressed “${about}” to ${addressee}, with its reason. Nothing more is asked of your organisation.`, address],
});
