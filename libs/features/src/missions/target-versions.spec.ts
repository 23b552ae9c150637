import { describe, expect, it } from '@jest/globals';
import { definitionOn, numberOfRule } from './target-versions.js';
import { type TargetDefinition } from './target.entity.js';

const version = (number: number, from: string, value: number): { number: number; from: string; definition: TargetDefinition } => ({ number, from, definition: { rule: { kind: 'level', value } } as unknown as TargetDefinition });

describe('what a target asked for on a day', () => {
  const versions = [version(2, '2026-03-02', 60), version(1, '2022-02-02', 90), version(3, '2026-03-02', 65)];
  it.each([
    ['2022-02-01', undefined],
    ['2022-02-02', 90],
    ['2026-03-01', 90],
    ['2026-03-02', 65],
  ])('on %s: %s', (day, value) => {
    expect(definitionOn(versions, day)?.rule['value']).toBe(value);
  });
});

describe('the number that a reset changes', () => {
  it.each([
    [{ kind: 'level', value: 90 }, { field: 'value', value: 90 }],
    [{ kind: 'change-by-percent', percent: 40 }, { field: 'percent', value: 40 }],
    [{ kind: 'change-by', amount: 5 }, { field: 'amount', value: 5 }],
    [{ kind: 'gap', measure: 'ratio' }, undefined],
    [{ kind: 'direction' }, undefined],
  ])('of %j is %j', (rule, expected) => {
    expect(numberOfRule(rule)).toEqual(expected);
  });
});
