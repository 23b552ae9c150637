import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { periodChoices, releaseOf, resetChange, resetFaults, type ResettableTarget, type TypedReset } from './target-reset.js';

const NOW: ResettableTarget = { value: 90, period: '2029-09-01/P1Y', baseline: '2018-09-01/P1Y', metric: 'key-stage-2' };
const TYPED: TypedReset = { value: '80', period: '', metric: '', reason: 'Why.', setBy: 'DfE' };

describe('the reset of a target', () => {
  it.each<[string, Partial<TypedReset>, Partial<ResettableTarget>, (string | undefined)[], object]>([
    ['another number', {}, {}, [], { value: 80 }],
    ['the same number', { value: '90' }, {}, ['value'], {}],
    ['nothing', { value: '' }, {}, ['value'], {}],
    ['no number', { value: 'many' }, {}, ['value'], {}],
    ['a number with commas, below zero', { value: '−1,200.5' }, {}, [], { value: -1200.5 }],
    ['another date', { value: '90', period: '2034-09-01/P1Y' }, {}, [], { period: '2034-09-01/P1Y' }],
    ['the same date', { value: '', period: NOW.period! }, {}, ['value'], {}],
    ['a date before the baseline', { period: '2018-09-01/P1Y' }, {}, ['period'], { value: 80, period: '2018-09-01/P1Y' }],
    ['a period of another kind', { period: '2034-01-01/P1Y' }, {}, ['period'], { value: 80, period: '2034-01-01/P1Y' }],
    ['no period at all', { period: 'soon' }, {}, ['period'], { value: 80, period: 'soon' }],
    ['another metric', { value: '', metric: 'attendance' }, {}, [], { metric: 'attendance' }],
    ['all three', { period: '2034-09-01/P1Y', metric: 'attendance' }, {}, [], { value: 80, period: '2034-09-01/P1Y', metric: 'attendance' }],
    ['of a rule without a number: nothing', { value: '' }, { value: undefined }, ['period'], {}],
    ['of a rule without a number: the metric', { value: '', metric: 'attendance' }, { value: undefined }, [], { metric: 'attendance' }],
    ['no reason', { reason: ' ', setBy: '' }, {}, ['reason', 'setBy'], { value: 80 }],
    ['too many words', { reason: 'x'.repeat(5001), setBy: 'y'.repeat(201) }, {}, ['reason', 'setBy'], { value: 80 }],
  ])('%s', (_, typed, now, fields, change) => {
    expect(resetFaults({ ...TYPED, ...typed }, { ...NOW, ...now }).map(({ field }) => field)).toEqual(fields);
    expect(resetChange({ ...TYPED, ...typed }, { ...NOW, ...now })).toEqual(change);
  });

  it('may be to any year after the baseline, for ten years on', () => {
    const keys = periodChoices(NOW, '2026-03-02').map(({ key }) => key);
    expect([keys[0], keys.at(-1), keys.length]).toEqual(['2019-09-01/P1Y', '2036-09-01/P1Y', 18]);
    expect(periodChoices({ period: undefined, baseline: undefined }, '2026-03-02')).toEqual([]);
  });

  it('expects the release as long after the period as before', () => {
    // school year 2029/30 ends on 31 August 2030, and 15 December is 106 days later
    expect(releaseOf(parsePeriod('2034-09-01/P1Y')!, parsePeriod('2029-09-01/P1Y')!, '2030-12-15')).toBe('2035-12-15');
  });
});
