import { randomInt } from 'node:crypto';

/** No letter or digit that can be taken for another, and no vowels, so no words. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';

/** `LP-2026-7K3D`. One that is taken makes the insert fail by its unique column. @param date ISO date whose year it bears */
export function shortReference(prefix: string, date: string): string {
  const letters = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${prefix}-${date.slice(0, 4)}-${letters.join('')}`;
}
