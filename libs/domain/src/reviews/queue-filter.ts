import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type QueuedReview } from './queue-order.js';
import { type ReviewRisk } from './review-risk.js';

export const QUEUE_STATES = {
  waiting: 'Waiting for a reviewer',
  mine: 'Mine',
  others: 'With other reviewers',
  second: 'Needs a second reviewer',
  question: 'Question open',
} as const;

export type QueueState = keyof typeof QUEUE_STATES;

export const QUEUE_DUE = {
  overdue: 'Overdue',
  week: 'Due by the end of this week',
} as const;

export type QueueDue = keyof typeof QUEUE_DUE;

/** What a line of the queue is filtered by, beside its place. */
export interface FilteredReview extends QueuedReview {
  kind: SubmissionKind;
  organisationId: string;
  missionId: string | null;
  /** ISO date. */
  dueOn: string;
  /** An acceptance of it waits for a second reviewer, or would. */
  needsSecond: boolean;
  questionOpen: boolean;
}

/** Every part that is there must hold; none holds for all. */
export interface QueueFilter {
  kind?: SubmissionKind;
  department?: string;
  mission?: string;
  state?: QueueState;
  due?: QueueDue;
  risk?: ReviewRisk;
}

/** @param today ISO date. */
export function passesFilter(review: FilteredReview, filter: QueueFilter, { readerId, today }: { readerId: string; today: string }): boolean {
  const { kind, department, mission, state, due, risk } = filter;
  return (
    (kind === undefined || review.kind === kind) &&
    (department === undefined || review.organisationId === department) &&
    (mission === undefined || review.missionId === mission) &&
    (risk === undefined || review.risk === risk) &&
    (state === undefined || isInState(review, state, readerId)) &&
    (due === undefined || isDue(review.dueOn, due, today))
  );
}

export function isInState({ status, reviewerId, needsSecond, questionOpen }: FilteredReview, state: QueueState, readerId: string): boolean {
  switch (state) {
    case 'waiting':
      return status === 'queued';
    case 'mine':
      return status !== 'queued' && reviewerId === readerId;
    case 'others':
      return status !== 'queued' && reviewerId !== readerId;
    case 'second':
      return needsSecond;
    case 'question':
      return questionOpen;
  }
}

/** Overdue from the day after. By the end of the week: today to Sunday, without what is overdue already. */
export function isDue(dueOn: string, due: QueueDue, today: string): boolean {
  return due === 'overdue' ? dueOn < today : dueOn >= today && dueOn <= sundayOf(today);
}

/** The last day of a day's week, as an ISO date. */
function sundayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((7 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}
