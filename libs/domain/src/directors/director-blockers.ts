import { isRealDate } from '#domain/calendar/real-date.js';
import type { Refusal } from '#domain/workflow/transition-table.js';

/** An entry of the directory as an administrator writes it. Dates are ISO dates. */
export interface DirectorDraft {
  name: string;
  /** Codes of the places. */
  places: readonly string[];
  contact: string;
  /** "Secretary of State for Levelling Up" */
  appointedBy: string;
  /** As typed: '' for nothing, and maybe no date. */
  since: string;
  /** As typed; '' while the appointment lasts. */
  until: string;
}

/** Every reason at once, each with its field. @param unknown codes that are not in the register */
export function directorBlockers({ name, places, contact, appointedBy, since, until }: DirectorDraft, unknown: readonly string[]): Refusal[] {
  return [
    ...missing(name, 'name', 'Enter the director’s name'),
    ...(places.length === 0 ? [{ code: 'places-missing', message: 'Enter the code of at least one place', field: 'places' }] : []),
    ...(unknown.length > 0 ? [{ code: 'places-unknown', message: `Not in the register of places: ${unknown.join(', ')}`, field: 'places' }] : []),
    ...missing(contact, 'contact', 'Enter how the director is reached'),
    ...missing(appointedBy, 'appointedBy', 'Enter who appointed the director'),
    ...sinceBlockers(since),
    ...untilBlockers(until, since),
  ];
}

/** Codes as typed, apart by blanks, commas or lines, each once. */
export function placeCodes(typed: string): string[] {
  return [...new Set(typed.toUpperCase().split(/[\s,;]+/).filter((code) => code !== ''))];
}

/** Does the appointment last on a day? */
export function isInOffice({ since, until }: { since: string; until: string | null }, today: string): boolean {
  return since <= today && (until === null || today <= until);
}

function sinceBlockers(since: string): Refusal[] {
  if (since === '') return [{ code: 'since-missing', message: 'Enter the first day of the appointment, like 27 3 2027', field: 'since' }];
  return isRealDate(since) ? [] : [{ code: 'since-wrong', message: 'The first day must be a real date, like 27 3 2027', field: 'since' }];
}

function untilBlockers(until: string, since: string): Refusal[] {
  if (until === '') return [];
  if (!isRealDate(until)) return [{ code: 'until-wrong', message: 'The last day must be a real date, like 27 3 2027', field: 'until' }];
  return isRealDate(since) && until < since ? [{ code: 'until-early', message: 'The last day must be on or after the first', field: 'until' }] : [];
}

function missing(text: string, field: string, message: string): Refusal[] {
  return text.trim() === '' ? [{ code: `${field}-missing`, message, field }] : [];
}
