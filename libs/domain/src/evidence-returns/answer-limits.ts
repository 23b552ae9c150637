import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import type { Refusal } from '#domain/workflow/transition-table.js';

/** Most words of each longer answer; the page counts them alike. */
export const MOST_WORDS = {
  figuresComment: 500,
  narrative: 1000,
  ratingReason: 300,
  nextSteps: 500,
  claim: 100,
  departureReason: 150,
  risk: 100,
  response: 150,
  action: 100,
  what: 150,
} as const;

/** Most characters of an answer that fits on a line: a name, a source, a page. */
export const LONGEST_LINE = 300;

/** Most items of one list: more than anybody reads. */
export const MOST_ITEMS = 50;

/** Words as the page counts them: runs of anything but blanks. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Too long, in characters or else in words. @param name how the message calls it: "Claim" */
export function tooManyWords(text: string, name: string, field: string, most: number): Refusal[] {
  if (text.length > LONGEST_ANSWER) return [{ code: 'too-long', message: `${name} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, field }];
  return countWords(text) <= most ? [] : [{ code: 'too-many-words', message: `${name} must be ${most.toLocaleString('en-GB')} words or less`, field }];
}

/** A short answer that must be there and fit on a line. @param what completes "Enter …": "the owner" */
export function lineBlockers(text: string, what: string, field: string, name: string): Refusal[] {
  if (isBlank(text)) return [{ code: `${codeOf(field)}-missing`, message: `Enter ${what}`, field }];
  return tooLongForALine(text, name, field);
}

export function tooLongForALine(text: string, name: string, field: string): Refusal[] {
  if (text.length <= LONGEST_LINE) return [];
  return [{ code: 'too-long', message: `${name} must be ${LONGEST_LINE} characters or less`, field }];
}

/** A longer answer that must be there and keep its words. */
export function textBlockers(text: string, { what, field, name, most }: { what: string; field: string; name: string; most: number }): Refusal[] {
  if (isBlank(text)) return [{ code: `${codeOf(field)}-missing`, message: `Enter ${what}`, field }];
  return tooManyWords(text, name, field, most);
}

/** Is this a day of the calendar, in this century? */
export function isRealDate(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function codeOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
