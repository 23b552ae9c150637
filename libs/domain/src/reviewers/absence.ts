import { type Refusal } from '#domain/workflow/transition-table.js';

/** Which of the reviews that somebody holds are given to others while they are away. */
export const ABSENCE_SCOPES = {
  'due-in-it': 'Those that fall due while I am away',
  'all-open': 'All that I hold',
} as const;

export type AbsenceScope = keyof typeof ABSENCE_SCOPES;

export const ABSENCE_SCOPE_NAMES = Object.keys(ABSENCE_SCOPES) as AbsenceScope[];

/** Days of leave, both ends counted. ISO dates. */
export interface AbsenceDays {
  from: string;
  to: string;
}

/** Longest absence that is entered at once, in days: a slip in the year is no leave. */
const LONGEST_ABSENCE_DAYS = 400;
const DAY_MS = 86_400_000;

/** @param today ISO date. '' is a date that was left empty, undefined one that is none. */
export function absenceFaults({ from, to }: { from: string | undefined; to: string | undefined }, others: readonly AbsenceDays[], today: string): Refusal[] {
  const faults: Refusal[] = [];
  if (from === '') faults.push({ code: 'from-missing', message: 'Enter the first day of your leave', field: 'from' });
  if (from === undefined) faults.push({ code: 'from-no-date', message: 'The first day of your leave must be a real date', field: 'from' });
  if (to === '') faults.push({ code: 'to-missing', message: 'Enter the last day of your leave', field: 'to' });
  if (to === undefined) faults.push({ code: 'to-no-date', message: 'The last day of your leave must be a real date', field: 'to' });
  if (!from || !to) return faults;
  if (to < from) return [{ code: 'to-before-from', message: 'The last day of your leave must be the same as or after the first', field: 'to' }];
  if (to < today) return [{ code: 'past', message: 'The last day of your leave must be today or in the future', field: 'to' }];
  if (Date.parse(to) - Date.parse(from) > LONGEST_ABSENCE_DAYS * DAY_MS) {
    return [{ code: 'too-long', message: 'Your leave must be 400 days or shorter. Check the year', field: 'to' }];
  }
  if (others.some((other) => other.from <= to && from <= other.to)) {
    return [{ code: 'overlaps', message: 'You have entered leave for some of these days already', field: 'from' }];
  }
  return [];
}

/** The held reviews that somebody else should take. What is overdue already when the leave begins counts as falling due in it. */
export function reviewsToSpread<Held extends { dueOn: string }>(held: readonly Held[], { to, scope }: AbsenceDays & { scope: AbsenceScope }): Held[] {
  return scope === 'all-open' ? [...held] : held.filter(({ dueOn }) => dueOn <= to);
}
