import type { WrittenAnswers } from '#domain/evidence-returns/draft-blockers.js';
import type { EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { ANSWER_ROWS, LIST_SHEETS, type WorkbookList } from './workbook-layout.js';

/**
 * What becomes of one answer: nobody changed it or both in the same way (`same`), the file alone (`taken`), somebody online alone
 * (`kept`), or both differently (`conflict`), which a person must decide.
 */
export type AnswerFate = 'same' | 'taken' | 'kept' | 'conflict';

/** One answer, or one item of a list, in three versions. An item that is not in a version is undefined there. */
export interface ThreeWayAnswer {
  /** `narrative`, `evidence.3f2a`; of an item that is new in the file `evidence.new-2`. */
  key: string;
  field: (typeof ANSWER_ROWS)[number]['field'] | WorkbookList;
  exported: unknown;
  file: unknown;
  online: unknown;
  fate: AnswerFate;
}

type Choice = 'file' | 'online';

/** Each answer of the file beside what it was when the workbook was made and what stands now. */
export function threeWay(exported: EvidenceReturnAnswers, file: WrittenAnswers, online: EvidenceReturnAnswers): ThreeWayAnswer[] {
  const texts = ANSWER_ROWS.map(({ field }) => answer(field, field, exported[field], file[field], online[field]));
  const items = LIST_SHEETS.flatMap(({ list }) => {
    const [before, inFile, now] = [byKey(list, exported[list]), byKey(list, file[list] ?? []), byKey(list, online[list])];
    const keys = [...new Set([...inFile.keys(), ...now.keys(), ...before.keys()])];
    return keys.map((key) => answer(`${list}.${key}`, list, before.get(key), inFile.get(key), now.get(key)));
  });
  return [...texts, ...items];
}

/**
 * What to save: the answers that differ from what stands now.
 * @param choices by key, for each conflict
 */
export function merged(answers: readonly ThreeWayAnswer[], choices: Readonly<Record<string, Choice>>): WrittenAnswers {
  const resultOf = ({ key, fate, file, online }: ThreeWayAnswer): unknown => (fate === 'taken' || (fate === 'conflict' && choices[key] === 'file') ? file : online);
  const result: Record<string, unknown> = {};
  for (const { field } of ANSWER_ROWS) {
    const text = answers.find(({ key }) => key === field);
    if (text && !equal(resultOf(text), text.online)) result[field] = resultOf(text);
  }
  for (const { list } of LIST_SHEETS) {
    const items = answers.filter(({ field }) => field === list);
    if (items.every((item) => equal(resultOf(item), item.online))) continue;
    result[list] = items.flatMap((item) => {
      const value = resultOf(item);
      return value === undefined ? [] : [value];
    });
  }
  return result as WrittenAnswers;
}

/** Of a promise of the last return only what is said of it counts: the rest is the last return's. */
function byKey(list: WorkbookList, items: readonly object[]): Map<string, unknown> {
  const entries = items.map((item, index): [string, unknown] => {
    const { id, target, step, outcome, what } = item as Record<string, unknown>;
    if (list === 'lastSteps') return [String(step), { step, outcome, what }];
    const key = String(list === 'departures' ? target : id);
    return [key === '' ? `new-${index + 1}` : key, item];
  });
  return new Map(entries);
}

function answer(key: string, field: ThreeWayAnswer['field'], exported: unknown, file: unknown, online: unknown): ThreeWayAnswer {
  return { key, field, exported, file, online, fate: fateOf(exported, file, online) };
}

function fateOf(exported: unknown, file: unknown, online: unknown): AnswerFate {
  if (equal(file, online)) return 'same';
  if (equal(file, exported)) return 'kept';
  return equal(online, exported) ? 'taken' : 'conflict';
}

/** By value; the order of an object's fields means nothing. */
function equal(left: unknown, right: unknown): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => equal((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}
