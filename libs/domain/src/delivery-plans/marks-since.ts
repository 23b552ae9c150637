import type { DeliveryPlanContent, SinceLastYear } from './delivery-plan-content.js';
import type { PlanMark } from './plan-mark.js';
import { type PlanSectionText, planSectionTexts } from './plan-texts.js';

/**
 * Marks every line that says something as new, changed or unchanged since the last plan, and names what is gone. A line is the
 * same by its id, which copying keeps; one that was typed anew is the same by list and name.
 */
export function marksSince(last: DeliveryPlanContent, now: DeliveryPlanContent): Pick<SinceLastYear, 'marks' | 'gone'> {
  const before = written(last);
  const after = written(now);
  const pairs = pairsOf(before, after);
  const marks = Object.fromEntries(after.map((line): [string, PlanMark] => [line.key, markOf(pairs.get(line.key), line)]));
  const kept = new Set([...pairs.values()].map(({ key }) => key));
  return { marks, gone: before.filter(({ key }) => !kept.has(key)).map(({ title }) => title) };
}

/** Each line with the line of the last plan that it stands for, by the key of the newer. */
export function pairsOf(before: readonly PlanSectionText[], after: readonly PlanSectionText[]): Map<string, PlanSectionText> {
  const byKey = new Map(before.map((line) => [line.key, line]));
  const pairs = new Map(after.flatMap((line) => { const same = byKey.get(line.key); return same ? [[line.key, same] as const] : []; }));
  const taken = new Set([...pairs.values()].map(({ key }) => key));
  for (const line of after) {
    if (pairs.has(line.key)) continue;
    const alike = before.find((old) => !taken.has(old.key) && listOf(old) === listOf(line) && plain(old.title) === plain(line.title));
    if (!alike) continue;
    pairs.set(line.key, alike);
    taken.add(alike.key);
  }
  return pairs;
}

/** The lines of a plan without their marks and its files, which belong to their year; those that say nothing left out. */
export function written(content: DeliveryPlanContent): PlanSectionText[] {
  return planSectionTexts({ ...content, attachments: [], sinceLastYear: null }).filter(({ title, text, key }) => text.trim() !== '' || (key.includes('.') && title.trim() !== ''));
}

function markOf(old: PlanSectionText | undefined, line: PlanSectionText): PlanMark {
  if (!old) return 'new';
  return plain(old.title) === plain(line.title) && plain(old.text) === plain(line.text) ? 'unchanged' : 'changed';
}

function listOf({ key }: PlanSectionText): string {
  return key.split('.')[0] ?? key;
}

/** Blanks and line ends are no change. */
function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
