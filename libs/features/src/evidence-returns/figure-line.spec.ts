import { describe, expect, it } from '@jest/globals';
import { type FigureUsed } from '#domain/judgements/computed-judgement.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { figureLine } from './figure-line.js';

const TARGET = {
  slug: 'ks2', title: '90% by 2030', notComparable: null, rule: { kind: 'level', value: 90 }, decides: { period: '2029-09-01/P1Y', releaseExpected: '2030-12-15' },
  metric: { name: 'Pupils at the expected standard', unit: '%', decimals: 0 },
};
const used = (value: number, periodLabel: string, provisional = false): FigureUsed => ({ value, periodLabel, periodKey: 'k', standardError: 0.5, standardErrorBasis: 'rounding', provisional });
const standing = (components: object): ComputedStanding => ({ verdict: 'off-track', sentence: 'It is off track.', components: { reasons: [], causeHints: { areaName: 'England' }, ...components } }) as unknown as ComputedStanding;

describe('the figures of a target', () => {
  it('are those that its judgement used, in words', () => {
    const components = { baseline: used(65, 'school year 2018/19'), latest: used(61, 'school year 2023/24', true), target: { value: 90, periodKey: 'k', periodLabel: 'school year 2029/30' } };
    expect(figureLine(TARGET, standing(components))).toEqual({
      target: 'ks2', title: '90% by 2030', measure: 'Pupils at the expected standard, England', verdict: 'off-track', sentence: 'It is off track.', notComparable: null,
      baseline: { value: '65%', period: 'school year 2018/19' },
      latest: { value: '61%', period: 'school year 2023/24 (provisional)' },
      asked: { value: '90%', period: 'school year 2029/30' },
    });
  });

  it('are none before the first judgement, and no verdict is made up', () => {
    expect(figureLine(TARGET, null)).toMatchObject({ measure: 'Pupils at the expected standard', baseline: null, latest: null, asked: null, verdict: null, sentence: null });
  });

  it('ask for any change for the better where the target is a direction', () => {
    const direction = { ...TARGET, rule: { kind: 'direction' } };
    expect(figureLine(direction, null).asked).toEqual({ value: 'Better than the baseline', period: 'school year 2029/30' });
    expect(figureLine({ ...direction, decides: null }, null).asked).toBeNull();
  });

  it('are none where no metric measures it', () => {
    expect(figureLine({ ...TARGET, metric: null }, standing({ latest: used(1, 'x') }))).toMatchObject({ measure: null, latest: null });
  });
});
