import { randomInt } from 'node:crypto';

/** No letter or digit that can be taken for another, and no vowels, so no words. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';

/** `DG-2026-7K3D`. One that is taken makes the insert fail, and the job tries again with another. @param today ISO date */
export function newGapReference(today: string): string {
  const letters = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `DG-${today.slice(0, 4)}-${letters.join('')}`;
}
