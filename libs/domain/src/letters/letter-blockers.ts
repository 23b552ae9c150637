import { isRealDate } from '#domain/calendar/real-date.js';
import type { Refusal } from '#domain/workflow/transition-table.js';

/** To whom a letter may go. */
export const ADDRESSEE_KINDS = {
  'secretary-of-state': 'Secretary of State',
  'select-committee': 'Select committee',
  other: 'Somebody else',
} as const;

export type AddresseeKind = keyof typeof ADDRESSEE_KINDS;

export interface Addressee {
  readonly kind: AddresseeKind;
  readonly name: string;
}

/** What a letter of the council says. */
export interface LetterContent {
  readonly subject: string;
  readonly addressees: readonly Addressee[];
  readonly body: string;
  /** Working days from its publication within which an answer is asked for; null: none is. */
  readonly answerWorkingDays: number | null;
}

/** Working days that a letter gives for its answer unless its writers change it. */
export const ANSWER_WORKING_DAYS = 20;

const FIELDS: Record<AddresseeKind, string> = { 'secretary-of-state': 'secretaryOfState', 'select-committee': 'selectCommittee', other: 'other' };

/** @returns every reason against a letter's publication. @param escalates it needs both addressees, and an answer by a date */
export function letterBlockers(letter: LetterContent, escalates: boolean): Refusal[] {
  const blockers: Refusal[] = [];
  const lacks = (code: string, message: string, field: string): unknown => blockers.push({ code, message, field });
  if (isBlank(letter.subject)) lacks('subject-missing', 'Enter what the letter is about', 'subject');
  const named = letter.addressees.filter(({ name }) => !isBlank(name));
  if (escalates) {
    for (const kind of ['secretary-of-state', 'select-committee'] as const) {
      if (!named.some((addressee) => addressee.kind === kind)) lacks(`${kind}-missing`, `Enter the ${kind === 'secretary-of-state' ? 'Secretary of State' : 'select committee'} that the letter goes to`, FIELDS[kind]);
    }
  } else if (named.length === 0) lacks('addressee-missing', 'Enter whom the letter goes to', FIELDS['secretary-of-state']);
  if (isBlank(letter.body)) lacks('body-missing', 'Enter the text of the letter', 'body');
  const days = letter.answerWorkingDays;
  if (days === null ? escalates : !Number.isInteger(days) || days < 1 || days > 250) {
    lacks('answer-days-wrong', 'Enter the working days for an answer, a whole number from 1 to 250', 'answerWorkingDays');
  }
  return blockers;
}

/** What a letter that came in is recorded with. */
export interface ReceivedLetter {
  readonly sender: string;
  readonly subject: string;
  /** ISO date; '' or what was typed where it is none. */
  readonly receivedOn: string;
  readonly body: string;
}

/** @param today ISO date @param writtenOn ISO date of the letter that it answers; null where it answers none */
export function receivedBlockers(letter: ReceivedLetter, today: string, writtenOn: string | null): Refusal[] {
  const blockers: Refusal[] = [];
  if (isBlank(letter.sender)) blockers.push({ code: 'sender-missing', message: 'Enter who the letter is from', field: 'sender' });
  if (isBlank(letter.subject)) blockers.push({ code: 'subject-missing', message: 'Enter what the letter is about', field: 'subject' });
  if (!isRealDate(letter.receivedOn)) blockers.push({ code: 'received-on-wrong', message: 'Enter the real date on which the letter came', field: 'receivedOn' });
  else if (letter.receivedOn > today) blockers.push({ code: 'received-on-future', message: 'The date on which the letter came must be today or in the past', field: 'receivedOn' });
  else if (writtenOn !== null && letter.receivedOn < writtenOn) {
    blockers.push({ code: 'received-on-early', message: 'An answer cannot have come before the letter that it answers', field: 'receivedOn' });
  }
  if (isBlank(letter.body)) blockers.push({ code: 'body-missing', message: 'Enter the text of the letter', field: 'body' });
  return blockers;
}

/** How the answer to a letter stands. Dates are ISO dates. */
export type AnswerStanding = 'none-asked' | 'waiting' | 'overdue' | 'in-time' | 'late';

export function answerStanding(letter: { readonly answerDueOn: string | null; readonly answeredOn: string | null }, today: string): AnswerStanding {
  const { answerDueOn, answeredOn } = letter;
  if (answerDueOn === null) return 'none-asked';
  if (answeredOn !== null) return answeredOn > answerDueOn ? 'late' : 'in-time';
  return today > answerDueOn ? 'overdue' : 'waiting';
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
