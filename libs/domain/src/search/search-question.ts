/** Longer questions are cut: nobody types them. */
export const LONGEST_QUESTION = 200;

/** What is asked for, as it is looked for: one line, without blanks at the ends, not too long. @param given anything that an address may hold */
export function questionOf(given: unknown): { question: string; cut: boolean } {
  const line = (typeof given === 'string' ? given : '').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  const letters = [...line];
  return { question: letters.slice(0, LONGEST_QUESTION).join('').trim(), cut: letters.length > LONGEST_QUESTION };
}

const AREA_CODE = /^[EWSNKLM]\d{8}$/;
const REFERENCE = /^[A-Z]{2}-\d{4}-[A-Z0-9]{4,8}$/;

/** A code that names one thing, in its own spelling; undefined where it is words. */
export function codeOf(question: string): { kind: 'area' | 'reference'; code: string } | undefined {
  const code = question.toUpperCase();
  if (AREA_CODE.test(code)) return { kind: 'area', code };
  return REFERENCE.test(code) ? { kind: 'reference', code } : undefined;
}
