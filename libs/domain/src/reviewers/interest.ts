import { type Refusal } from '#domain/workflow/transition-table.js';

/** Longest description of an interest or note, in characters. */
export const LONGEST_INTEREST = 1000;

/** An interest that somebody of the council has declared, in one mission or one organisation. Dates are ISO dates. */
export interface Interest {
  missionId: string | null;
  organisationId: string | null;
  what: string;
  from: string;
  /** The last day; null where no end is known. */
  to: string | null;
}

/** As it is entered; '' for a date that was left empty, undefined for one that is none. */
export interface InterestDraft {
  missionId: string | null;
  organisationId: string | null;
  what: string;
  from: string | undefined;
  to: string | undefined;
}

/** Both ends count. */
export function holdsOn({ from, to }: Pick<Interest, 'from' | 'to'>, day: string): boolean {
  return from <= day && (to === null || day <= to);
}

/** What is wrong with a declaration. An interest may be of the past or of the time to come: the register is for readers too. */
export function interestFaults({ missionId, organisationId, what, from, to }: InterestDraft): Refusal[] {
  const faults: Refusal[] = [];
  if ((missionId === null) === (organisationId === null)) {
    faults.push({ code: 'subject-missing', message: 'Select the mission or the organisation that the interest is in', field: 'subject' });
  }
  if (what.trim() === '') faults.push({ code: 'what-missing', message: 'Enter what the interest is', field: 'what' });
  if (what.length > LONGEST_INTEREST) {
    faults.push({ code: 'what-too-long', message: `What the interest is must be ${LONGEST_INTEREST.toLocaleString('en-GB')} characters or less`, field: 'what' });
  }
  if (from === '') faults.push({ code: 'from-missing', message: 'Enter the date the interest began', field: 'from' });
  if (from === undefined) faults.push({ code: 'from-no-date', message: 'The date the interest began must be a real date', field: 'from' });
  if (to === undefined) faults.push({ code: 'to-no-date', message: 'The date the interest ends must be a real date', field: 'to' });
  if (from && to && to < from) {
    faults.push({ code: 'to-before-from', message: 'The date the interest ends must be the same as or after the date it began', field: 'to' });
  }
  return faults;
}

/**
 * What is wrong with ending an interest on a day. The past is not rewritten: whoever could not review yesterday was barred yesterday.
 * @param today ISO date.
 */
export function endingFaults(interest: Pick<Interest, 'from' | 'to'>, on: string | undefined, today: string): Refusal[] {
  const field = 'to';
  if (on === '') return [{ code: 'to-missing', message: 'Enter the last day of the interest', field }];
  if (on === undefined) return [{ code: 'to-no-date', message: 'The last day of the interest must be a real date', field }];
  if (on < interest.from) return [{ code: 'to-before-from', message: 'The last day must be the same as or after the day the interest began', field }];
  if (on < today) return [{ code: 'to-in-the-past', message: 'The last day must be today or in the future', field }];
  if (interest.to !== null && on > interest.to) return [{ code: 'to-later', message: 'The last day must be before the one that is on the register. Declare a new interest to go on', field }];
  return [];
}
