const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;

/**
 * A number as statistics files write it: `62.5`, `-3`, `1.2e-05`. Thousands separators, `na`, `NaN`, hexadecimal and
 * whatever else JavaScript would take for a number are refused rather than guessed.
 * @returns undefined where the text is no such number, or one that no double can hold
 */
export function parsePublishedNumber(text: string): number | undefined {
  if (!PLAIN.test(text)) return undefined;
  const value = Number(text);
  // too small to be held is not the same as zero
  if (!Number.isFinite(value) || (value === 0 && /^[^eE]*[1-9]/.test(text))) return undefined;
  return value;
}
