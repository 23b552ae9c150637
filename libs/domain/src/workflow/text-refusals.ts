import type { Refusal } from './transition-table.js';

/** What stands against a text that has to be there. @param most characters */
export function textRefusals(text: string, field: string, missing: string, most: number): Refusal[] {
  if (text.trim() === '') return [{ code: `${field}-missing`, message: missing, field }];
  if (text.length <= most) return [];
  return [{ code: `${field}-too-long`, message: `The text must be ${most.toLocaleString('en-GB')} characters or less`, field }];
}
