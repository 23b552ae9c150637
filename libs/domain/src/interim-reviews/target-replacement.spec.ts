import { describe, expect, it } from '@jest/globals';
import { replacementFaults, slugOf, type TypedReplacement } from './target-replacement.js';

const TYPED: TypedReplacement = { title: '85% reach it', metric: 'key-stage-2', kind: 'level', value: '85', period: '2034-09-01/P1Y', reason: 'Why.', setBy: 'DfE' };

describe('the replacement of a target', () => {
  it.each<[string, Partial<TypedReplacement>, string[]]>([
    ['whole', {}, []],
    ['empty', { title: ' ', metric: '', kind: '', value: '', period: '', reason: '', setBy: '' }, ['title', 'metric', 'kind', 'value', 'period', 'reason', 'setBy']],
    ['of a kind that cannot be typed', { kind: 'gap' }, ['kind']],
    ['without a number', { value: 'much' }, ['value']],
    ['decided before the baseline', { period: '2018-09-01/P1Y' }, ['period']],
    ['with too long a title', { title: 'x'.repeat(201) }, ['title']],
  ])('%s', (_, over, fields) => {
    expect(replacementFaults({ ...TYPED, ...over }, '2018-09-01/P1Y').map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    ['Key stage 2: 85% by 2034', [], 'key-stage-2-85-by-2034'],
    ['Key stage 2: 85% by 2034', ['key-stage-2-85-by-2034', 'other'], 'key-stage-2-85-by-2034-2'],
    ['%', [], 'target'],
  ])('%s is called', (title, taken, slug) => {
    expect(slugOf(title, new Set(taken))).toBe(slug);
  });
});
