import { longDate } from '#platform/pages/dates.js';
import { noticeText } from '../notice-text.js';

/** What the notices say of an interim review, in finished words. */
export interface InterimReviewNews {
  reference: string;
  /** "5, Education" */
  mission: string;
  /** ISO date on which the interim targets were due. */
  interimOn: string;
  /** One sentence a target. */
  targets: readonly string[];
  /** ISO date by which the department answers. */
  effectsDueOn: string;
  /** Null where nobody leads the mission. */
  department: string | null;
}

const subjectLine = (words: string, { reference, mission }: InterimReviewNews): string => `${words}: mission ${mission} (${reference})`;
const readOn = (address: string): string => `Read the review:\n${address}`;

export const INTERIM_REVIEW_OPENED = noticeText<InterimReviewNews>('interim-review-opened', {
  title: 'The date of an interim target has passed and a review has opened',
  urgent: true,
  subject: (news) => subjectLine('Interim review opened', news),
  paragraphs: ({ reference, mission, interimOn, targets, effectsDueOn, department }, address) => [
    `The interim targets of mission ${mission} were due by ${longDate(interimOn)}. Interim review ${reference} has opened.`,
    targets.join('\n'),
    department
      ? `${department} is asked to say by ${longDate(effectsDueOn)} which perverse or unintended effects the target has had. The answer is published.`
      : 'No department leads this mission (vacancy), so nobody is asked for unintended effects.',
    readOn(address),
  ],
});

export const INTERIM_EFFECTS_DUE = noticeText<InterimReviewNews & { daysLeft: number }>('interim-effects-due', {
  title: 'Your department’s answer to an interim review is due soon',
  subject: (news) => subjectLine(`Answer due by ${longDate(news.effectsDueOn)}`, news),
  paragraphs: ({ reference, mission, effectsDueOn, daysLeft }, address) => [
    `Your department has not said yet which perverse or unintended effects the interim target of mission ${mission} has had.`,
    `The answer to interim review ${reference} is due by ${longDate(effectsDueOn)}: ${daysLeft} working ${daysLeft === 1 ? 'day is' : 'days are'} left. Without it the public page says that none came.`,
    readOn(address),
  ],
});

export const INTERIM_EFFECTS_OVERDUE = noticeText<InterimReviewNews>('interim-effects-overdue', {
  title: 'An answer to an interim review is overdue',
  urgent: true,
  subject: (news) => subjectLine('Answer overdue', news),
  paragraphs: ({ reference, mission, effectsDueOn, department }, address) => [
    `${department ?? 'The lead department'} was to say by ${longDate(effectsDueOn)} which perverse or unintended effects the interim target of mission ${mission} has had. No answer to interim review ${reference} has come, and the public page says so. It can still be given until the council decides.`,
    readOn(address),
  ],
});

export const INTERIM_FIGURES_IN = noticeText<InterimReviewNews>('interim-figures-in', {
  title: 'The figures that an interim review waited for have come',
  urgent: true,
  subject: (news) => subjectLine('Interim targets decided', news),
  paragraphs: ({ reference, targets }, address) => [
    `The figures that interim review ${reference} waited for have been published.`,
    targets.join('\n'),
    'The council now recommends whether the target is kept, reset or replaced.',
    readOn(address),
    'Whether an interim target is met is computed by Waymark’s published method from published figures. It is not an official statistic.',
  ],
});

export const INTERIM_REVIEW_ANSWERED = noticeText<InterimReviewNews & { office: string; text: string }>('interim-review-answered', {
  title: 'A department has answered an interim review',
  subject: (news) => subjectLine('Answer to an interim review', news),
  paragraphs: ({ reference, office, text }, address) => [`${office} has said which perverse or unintended effects there are (interim review ${reference}):`, text, readOn(address)],
});

export const INTERIM_REVIEW_CLOSED = noticeText<InterimReviewNews & { recommendation: string; reason: string }>('interim-review-closed', {
  title: 'The council has closed an interim review',
  urgent: true,
  subject: (news) => subjectLine('Interim review closed', news),
  paragraphs: ({ reference, recommendation, reason }, address) => [`The council has closed interim review ${reference}. It recommends: ${recommendation}.`, reason, readOn(address)],
});
