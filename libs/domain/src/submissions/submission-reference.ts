import type { SubmissionKind } from './submission-status.js';

/** No letter or digit that can be taken for another (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowels, so no words. */
const LETTERS = '34679CDFGHJKMNPQRTWXY';
const LENGTH = 4;

const PREFIXES: Record<SubmissionKind, string> = { 'evidence-return': 'ER', 'delivery-plan': 'DP' };

/** How many references a kind has in a year: 21⁴. */
export const REFERENCES_A_YEAR = LETTERS.length ** LENGTH;

/**
 * The reference for people and mail: `ER-2026-7K3D`.
 * @param number from 0 to REFERENCES_A_YEAR − 1; each gives another reference.
 */
export function submissionReference(kind: SubmissionKind, year: number, number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= REFERENCES_A_YEAR) {
    throw new RangeError(`There is no reference number ${number}: they go from 0 to ${REFERENCES_A_YEAR - 1}`);
  }
  let letters = '';
  for (let rest = number; letters.length < LENGTH; rest = Math.floor(rest / LETTERS.length)) {
    letters = LETTERS.charAt(rest % LETTERS.length) + letters;
  }
  return `${PREFIXES[kind]}-${year}-${letters}`;
}

/** The kind that a reference speaks of; undefined for what is none. */
export function kindOfReference(reference: string): SubmissionKind | undefined {
  return (Object.keys(PREFIXES) as SubmissionKind[]).find((kind) => reference.startsWith(`${PREFIXES[kind]}-`));
}
