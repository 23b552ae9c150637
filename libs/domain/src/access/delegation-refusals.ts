import type { Refusal } from '#domain/workflow/transition-table.js';

/** Longest time that one delegation may hold, in days, the first and the last included. */
export const LONGEST_DELEGATION_DAYS = 366;
const LONGEST_REASON = 1000;
const DAY_MS = 86_400_000;

/** A delegation as somebody wants it. Dates are ISO dates, null where what was typed is none. */
export interface WantedDelegation {
  fromOn: string | null;
  toOn: string | null;
  reason: string;
}

/** Every reason against a delegation's days and words; none where it may be made. @param today ISO date in London */
export function delegationRefusals({ fromOn, toOn, reason }: WantedDelegation, today: string): Refusal[] {
  const refusals: Refusal[] = [];
  if (fromOn === null) refusals.push({ code: 'from-wrong', message: 'Enter the first day, like 23 11 2026', field: 'from' });
  else if (fromOn < today) refusals.push({ code: 'from-past', message: 'First day must be today or in the future', field: 'from' });
  if (toOn === null) refusals.push({ code: 'to-wrong', message: 'Enter the last day, like 4 12 2026', field: 'to' });
  else if (fromOn !== null && toOn < fromOn) refusals.push({ code: 'to-before-from', message: 'Last day must be the first day or after it', field: 'to' });
  else if (fromOn !== null && daysOf(fromOn, toOn) > LONGEST_DELEGATION_DAYS) {
    refusals.push({ code: 'too-long', message: `Last day must be within ${LONGEST_DELEGATION_DAYS} days of the first`, field: 'to' });
  }
  if (reason.trim() === '') refusals.push({ code: 'reason-missing', message: 'Enter why you delegate', field: 'reason' });
  if (reason.length > LONGEST_REASON) refusals.push({ code: 'reason-long', message: `Reason must be ${LONGEST_REASON.toLocaleString('en-GB')} characters or less`, field: 'reason' });
  return refusals;
}

/** Where a delegation stands on a day. */
export type DelegationState = 'coming' | 'holds' | 'over' | 'ended';

/** It holds from the first day to the last, both included, in London. @param today ISO date in London */
export function delegationState({ fromOn, toOn, endedAt }: { fromOn: string; toOn: string; endedAt: Date | null }, today: string): DelegationState {
  if (endedAt) return 'ended';
  if (today < fromOn) return 'coming';
  return today > toOn ? 'over' : 'holds';
}

function daysOf(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1;
}
