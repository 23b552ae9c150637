import { type TargetDefinition } from './target.entity.js';
import { type TargetVersion } from './target-version.entity.js';

/** What a target asked for on a day; undefined where it was never reset, or the day lies before its first version. @param day ISO date */
export function definitionOn(versions: readonly Pick<TargetVersion, 'from' | 'number' | 'definition'>[], day: string): TargetDefinition | undefined {
  const held = versions.filter(({ from }) => from <= day).sort((a, b) => a.number - b.number);
  return held.at(-1)?.definition;
}

/** The one number of a rule that a reset changes, by the rule's kind. */
const NUMBER_OF_RULE: Readonly<Record<string, string>> = {
  level: 'value',
  'population-share': 'value',
  ratio: 'value',
  'share-below-threshold': 'value',
  'change-by': 'amount',
  'change-by-percent': 'percent',
  'closer-to-comparator': 'byPercent',
  gap: 'byPercent',
};

/** The name of the rule's number and the number; undefined for a rule that asks for none, which can only be replaced. */
export function numberOfRule(rule: { kind: string; [field: string]: unknown }): { field: string; value: number } | undefined {
  const field = NUMBER_OF_RULE[rule.kind];
  const value = field === undefined ? undefined : rule[field];
  return field !== undefined && typeof value === 'number' ? { field, value } : undefined;
}
