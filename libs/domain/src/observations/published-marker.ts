/**
 * Markers that stand where a figure is not: `na` of the earlier ONS layouts, and the shorthand of the Government Statistical
 * Service with and without brackets. Each with the status that it gives a row whose own status is blank.
 */
export const MISSING_MARKERS: Readonly<Record<string, string>> = {
  na: 'x',
  'n/a': 'x',
  x: 'x',
  '[x]': 'x',
  '..': 'x',
  ':': 'x',
  z: 'z',
  '[z]': 'z',
  '.': 'z',
  c: 'c',
  '[c]': 'c',
  '*': 'c',
  u: 'u',
  '[u]': 'u',
  low: 'low',
  '[low]': 'low',
  '~': 'low',
  '[w]': 'w',
  '[k]': 'k',
};

/** @returns the status behind a marker, or undefined where the text is none. "-" is none: it means zero in one table and nothing in another. */
export function statusOfMarker(text: string, markers: Readonly<Record<string, string>> = MISSING_MARKERS): string | undefined {
  const marker = text.toLowerCase();
  return Object.hasOwn(markers, marker) ? markers[marker] : undefined;
}

/** Statuses that some files write out, with what tells them; the first that fits. */
const WORDS: readonly [RegExp, string][] = [
  [/reliab|sample size/i, 'u'],
  [/confidential|disclos|suppress/i, 'c'],
  [/not applicable/i, 'z'],
  [/not available|unavailable|missing/i, 'x'],
  [/provisional/i, 'p'],
  [/revised/i, 'r'],
  [/estimate/i, 'e'],
];

/** Longer texts in a column of statuses are words and not codes; `[low]` is a code. */
const LONGEST_CODE = 6;

/** Is this status written out in words, as in "Suppressed due to low reliability"? */
export function isStatusInWords(status: string): boolean {
  return status.length > LONGEST_CODE;
}

/** @returns the code for a status written in words; the empty text where the words are none that are known */
export function statusOfWords(words: string): string {
  return WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? '';
}
