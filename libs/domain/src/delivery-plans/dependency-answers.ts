import type { Refusal } from '#domain/workflow/transition-table.js';
import { isIsoDate } from './plan-line-refusals.js';
import type { PlanDependency } from './plan-lists.js';

/** What the other department answers. */
export const DEPENDENCY_ANSWERS = { confirmed: 'Confirmed', disputed: 'Disputed' } as const;

export type DependencyAnswerKind = keyof typeof DEPENDENCY_ANSWERS;

/** How a dependency stands: nothing counts as agreed before the other department has said so. */
export const DEPENDENCY_STATES = { unconfirmed: 'Not confirmed', ...DEPENDENCY_ANSWERS } as const;

export type DependencyState = keyof typeof DEPENDENCY_STATES;

/** What the other department had before it when it answered. */
export type DependencyAsked = Pick<PlanDependency, 'department' | 'mission' | 'what' | 'neededBy'>;

/** One answer; none is ever changed, a later one stands beside it. */
export interface DependencyAnswer {
  /** Id of the plan's line. */
  dependency: string;
  asked: DependencyAsked;
  answer: DependencyAnswerKind;
  reason: string;
  /** The day by which the other department says that it can be done, ISO date; null where it names none. */
  ownDate: string | null;
  /** Who answered. */
  by: string;
  at: Date;
}

export interface DependencyStanding {
  state: DependencyState;
  /** The last answer to these words; null where there is none. */
  answer: DependencyAnswer | null;
  /** Answered before, when it asked for something else. */
  outdated: boolean;
}

/** How a line stands: by the last answer that was given to what it asks now. @param answers oldest first */
export function dependencyStanding(line: PlanDependency, answers: readonly DependencyAnswer[]): DependencyStanding {
  const given = answers.filter(({ dependency }) => dependency === line.id);
  const answer = given.findLast(({ asked }) => isSameAsk(asked, line)) ?? null;
  return { state: answer?.answer ?? 'unconfirmed', answer, outdated: answer === null && given.length > 0 };
}

/** Do both ask the same department for the same thing by the same day? */
export function isSameAsk(one: DependencyAsked, other: DependencyAsked): boolean {
  return one.department === other.department && one.mission === other.mission && one.what === other.what && one.neededBy === other.neededBy;
}

/** What of a line is asked. */
export function askOf({ department, mission, what, neededBy }: PlanDependency): DependencyAsked {
  return { department, mission, what, neededBy };
}

/** @returns every reason against an answer: a dispute needs its reason, a confirmation the other department's own date. */
export function answerRefusals({ answer, reason, ownDate }: { answer: string; reason: string; ownDate: string }): Refusal[] {
  const kind = answer === 'confirmed' || answer === 'disputed' ? answer : undefined;
  return [
    ...(kind ? [] : [{ code: 'answer-missing', message: 'Select whether you confirm or dispute it', field: 'answer' }]),
    ...(kind === 'disputed' && reason.trim() === '' ? [{ code: 'reason-missing', message: 'Enter why you dispute it', field: 'reason' }] : []),
    ...(kind === 'confirmed' && ownDate === '' ? [{ code: 'date-missing', message: 'Enter the date by which your department will do it', field: 'ownDate' }] : []),
    ...(ownDate !== '' && !isIsoDate(ownDate) ? [{ code: 'date-wrong', message: 'Your own date must be a real date', field: 'ownDate' }] : []),
  ];
}
