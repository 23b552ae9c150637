import { isOverdue } from '#domain/submissions/due-date.js';
import { SUBMISSION_STATUS, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { type Submission } from './submission.entity.js';
import { submissionsWords } from './submissions.words.js';

/** A tag of GOV.UK Frontend: the words say it, the colour only helps to find it again. */
export interface StatusTag {
  text: string;
  classes: string;
}

const COLOURS: Record<SubmissionStatus, string> = {
  draft: 'grey',
  'awaiting-sign-off': 'yellow',
  submitted: 'light-blue',
  'in-review': 'blue',
  'changes-requested': 'orange',
  accepted: 'green',
  'published-unresolved': 'orange',
  withdrawn: 'grey',
  'not-submitted': 'red',
  'not-owed': 'grey',
};

export function statusTag(status: SubmissionStatus): StatusTag {
  return { text: SUBMISSION_STATUS[status], classes: `govuk-tag--${COLOURS[status]}` };
}

/** Undefined where it is not late. @param today ISO date */
export function overdueTag(submission: Pick<Submission, 'dueOn' | 'standingVersion' | 'framework'>, today: string): StatusTag | undefined {
  return isOverdue(submission, clockDay(submission.framework, today)) ? { text: submissionsWords.work.overdue, classes: 'govuk-tag--red' } : undefined;
}
