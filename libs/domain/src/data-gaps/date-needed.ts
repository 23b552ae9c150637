import type { DataGapState } from './data-gap-kind.js';
import { daysLater, monthsLater } from './steps-in-time.js';

/** Figures are of use from this long before the release that decides. */
const MONTHS_BEFORE_DECISION = 3;
const MONTHS_TO_CLOSE = 12;

/**
 * By when the figures are needed, until somebody sets another day: twelve months after the gap was opened, or three months
 * before the release that decides, whichever is earlier; the day of opening where that has passed.
 * @param decidingRelease ISO date, where a target waits for the figures
 */
export function defaultDateNeeded(openedOn: string, decidingRelease?: string): string {
  const inAYear = monthsLater(openedOn, MONTHS_TO_CLOSE);
  if (decidingRelease === undefined) return inAYear;
  const beforeDecision = monthsLater(decidingRelease, -MONTHS_BEFORE_DECISION);
  const wanted = beforeDecision < inAYear ? beforeDecision : inAYear;
  return wanted < openedOn ? openedOn : wanted;
}

/** Somebody still has to do something about it. */
export function isUnfinished(state: DataGapState): boolean {
  return state === 'open' || state === 'planned';
}

/** The day needed itself is in time. */
export function isGapOverdue(gap: { readonly state: DataGapState; readonly dateNeeded: string }, today: string): boolean {
  return isUnfinished(gap.state) && today > gap.dateNeeded;
}

/** The first day on which the gap is overdue. */
export function firstDayOverdue(dateNeeded: string): string {
  return daysLater(dateNeeded, 1);
}
