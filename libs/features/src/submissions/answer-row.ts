import { isChanged, textDifference, type TextChange } from '#domain/submissions/text-difference.js';

/** One answer as a person reads it. */
export interface AnswerRow {
  /** The field that it is typed into: `narrative`, `contributions.health.policies`. */
  field: string;
  title: string;
  /** Empty where it was not answered. */
  text: string;
}

/** An answer that differs, word by word. */
export interface AnswerChange {
  title: string;
  changes: TextChange[];
}

/** What changed between two deliveries, or since one, answer by answer in the order of the newer; unchanged answers are left out. */
export function answerChanges(before: readonly AnswerRow[], after: readonly AnswerRow[]): AnswerChange[] {
  const gone = before.filter(({ field }) => !after.some((row) => row.field === field));
  const pairs = [
    ...after.map((row) => ({ title: row.title, old: before.find(({ field }) => field === row.field)?.text ?? '', fresh: row.text })),
    ...gone.map((row) => ({ title: row.title, old: row.text, fresh: '' })),
  ];
  return pairs.map(({ title, old, fresh }) => ({ title, changes: textDifference(old, fresh) })).filter(({ changes }) => isChanged(changes));
}
