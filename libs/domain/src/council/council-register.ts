import { type Refusal } from '#domain/workflow/transition-table.js';
import { textFaults } from './council-decision.js';

const LONGEST = 500;

/** An appointment as it is entered. Dates: ISO, '' where empty, undefined where it is none. */
export interface AppointmentDraft {
  personId: string;
  appointedBy: string;
  from: string | undefined;
  until: string | undefined;
  ended: string | undefined;
  endedWhy: string;
}

export function appointmentFaults({ personId, appointedBy, from, until, ended, endedWhy }: AppointmentDraft): Refusal[] {
  const faults: Refusal[] = [];
  if (personId === '') faults.push({ code: 'person-missing', message: 'Select the person', field: 'person' });
  faults.push(...textFaults('appointedBy', 'Who appointed them', appointedBy, LONGEST, 'Enter who appointed them'));
  if (!from) faults.push({ code: 'from-wrong', message: 'Enter the first day, like 23 11 2026', field: 'from' });
  if (until === undefined) faults.push({ code: 'until-wrong', message: 'Last day must be a real date, like 22 11 2029', field: 'until' });
  if (from && until && until < from) faults.push({ code: 'until-before-from', message: 'Last day must be the first day or after it', field: 'until' });
  if (ended === undefined) faults.push({ code: 'ended-wrong', message: 'The day the term ended must be a real date', field: 'ended' });
  if (from && ended && ended < from) faults.push({ code: 'ended-before-from', message: 'The day the term ended must be the first day or after it', field: 'ended' });
  if (ended && endedWhy.trim() === '') faults.push({ code: 'endedWhy-missing', message: 'Enter why the term ended', field: 'endedWhy' });
  if (ended === '' && endedWhy.trim() !== '') faults.push({ code: 'ended-missing', message: 'Enter the day the term ended', field: 'ended' });
  return [...faults, ...textFaults('endedWhy', 'Why the term ended', endedWhy, LONGEST)];
}

/** A year of the council's budget as it is entered: pounds and full-time staff as typed. */
export interface BudgetDraft {
  /** The year in which it begins, in April. */
  year: string;
  givenBy: string;
  amount: string;
  /** '' where nothing is known yet. */
  spent: string;
  staff: string;
  note: string;
}

export interface Budget {
  year: number;
  givenBy: string;
  amount: number;
  spent: number | null;
  staff: number | null;
  note: string;
}

export function budgetFaults(draft: BudgetDraft): Refusal[] {
  const faults: Refusal[] = [];
  if (!/^20\d\d$/.test(draft.year.trim())) faults.push({ code: 'year-wrong', message: 'Enter the year in which it begins, like 2026', field: 'year' });
  faults.push(...textFaults('givenBy', 'Who gives it', draft.givenBy, LONGEST, 'Enter who gives it'));
  if (numberOf(draft.amount) === undefined) faults.push({ code: 'amount-wrong', message: 'Enter the amount in pounds, like 1,200,000', field: 'amount' });
  if (draft.spent.trim() !== '' && numberOf(draft.spent) === undefined) faults.push({ code: 'spent-wrong', message: 'Enter what is spent in pounds, like 800,000', field: 'spent' });
  if (draft.staff.trim() !== '' && numberOf(draft.staff) === undefined) faults.push({ code: 'staff-wrong', message: 'Enter full-time staff as a number, like 4.5', field: 'staff' });
  return [...faults, ...textFaults('note', 'The note', draft.note, LONGEST)];
}

/** @param draft without faults */
export function budgetOf(draft: BudgetDraft): Budget {
  return {
    year: Number(draft.year), givenBy: draft.givenBy.trim(), amount: numberOf(draft.amount) ?? 0,
    spent: numberOf(draft.spent) ?? null, staff: numberOf(draft.staff) ?? null, note: draft.note.trim(),
  };
}

/** £ and commas are allowed; undefined where it is no number of a size that is. */
function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(/^£/, '').replaceAll(',', '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}
