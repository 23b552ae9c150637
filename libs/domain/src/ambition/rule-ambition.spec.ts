import { describe, expect, it } from '@jest/globals';
import { UNTAUGHT } from '#domain/forecasts/forecast-choice.js';
import { pointOf, targetOf } from '#domain/judgements/judgement-arbitraries.js';
import type { TargetRule } from '#domain/judgements/target-to-judge.js';
import { chanceOfShare } from './every-area-ambition.js';
import { ambitionOf } from './rule-ambition.js';

describe('chanceOfShare', () => {
  it('of ten areas that rise with even chances needs all ten', () => {
    // apart: mean 5, variance 2.5, so (5 − 9.5)/1.5811 = −2.846, 0.0022; together: all by one throw, 0.5
    const found = chanceOfShare(Array.from({ length: 10 }, () => 0.5));
    expect(found.least).toBeCloseTo(0.0022, 4);
    expect(found).toMatchObject({ most: 0.5, share: 0.5 });
  });
});

describe('ambitionOf a rule over areas', () => {
  const list = Array.from({ length: 6 }, (_, row) => ({ code: `E0900000${row}`, name: String(row), series: Array.from({ length: 9 }, (__, year) => pointOf(2011 + year, 20 + row * (9 - year) + year + ((row * year) % 3) / 4)) }));
  const found = (rule: TargetRule) => {
    const target = targetOf(rule, [], { unit: 'points', areas: { expected: 6, list } });
    return ambitionOf({ target, peers: [], sameLevel: [], code: '', choice: UNTAUGHT, asOf: '2021-12-31' });
  };

  it('a gap that has closed every year closes anyway', () => {
    expect(found({ kind: 'gap', measure: 'highest-minus-lowest' })).toMatchObject({ verdict: 'not-ambitious-enough', figures: 9, reason: 'likely-anyway' });
  });

  it('of every area gives both ends of the chance', () => {
    const every = found({ kind: 'every-area' });
    expect(every.chance?.least).toBeLessThanOrEqual(every.chance?.most ?? 0);
    expect(every.figures).toBe(9);
  });

  it('a group that cannot be chosen needs more information', () => {
    expect(found({ kind: 'worst-areas', group: { share: 20, by: 'mean-before-baseline', years: 30 }, change: { kind: 'level', value: 50 } })).toMatchObject({ verdict: 'more-information-needed', reason: 'too-few-figures' });
  });
});
