import type { Refusal } from '#domain/workflow/transition-table.js';

/** An entry of the directory as an administrator writes it. Dates are ISO dates. */
export interface DirectorDraft {
  name: string;
  /** Codes of the places. */
  places: readonly string[];
  contact: string;
  /** "Secretary of State for Levelling Up" */
  appointedBy: string;
  /** Null where what was typed is none. */
  since: string | null;
  /** Null while the appointment lasts; `0000-00-00` where what was typed is no date. */
  until: string | null;
}

/** Every reason at once, each with its field. @param unknown codes that are not in the register */
export function directorBlockers({ name, places, contact, appointedBy, since, until }: DirectorDraft, unknown: readonly string[]): Refusal[] {
  return [
    ...missing(name, 'name', 'Enter the director’s name'),
    ...(places.length === 0 ? [{ code: 'places-missing', message: 'Enter the code of at least one place', field: 'places' }] : []),
    ...(unknown.length > 0 ? [{ code: 'places-unknown', message: `Not in the register of places: ${unknown.join(', ')}`, field: 'places' }] : []),
    ...missing(contact, 'contact', 'Enter how the director is reached'),
    ...missing(appointedBy, 'appointedBy', 'Enter who appointed the director'),
    ...(since === null ? [{ code: 'since-wrong', message: 'Enter the first day of the appointment, like 27 3 2027', field: 'since' }] : []),
    ...(until !== null && since !== null && until < since ? [{ code: 'until-wrong', message: 'The last day must be a date on or after the first', field: 'until' }] : []),
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

function missing(text: string, field: string, message: string): Refusal[] {
  return text.trim() === '' ? [{ code: `${field}-missing`, message, field }] : [];
}
