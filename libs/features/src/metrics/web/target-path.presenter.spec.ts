import { describe, expect, it } from '@jest/globals';
import { type SeriesPoint, type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import { targetPathTable } from './target-path.presenter.js';

function point(key: string, value: number): SeriesPoint {
  const period = parsePeriod(key);
  if (!period) throw new Error('no period');
  return { key, period, value };
}

const TARGET: TargetToJudge = {
  direction: 1, rule: { kind: 'level', value: 90 }, baseline: { periodKey: '2018-09-01/P1Y' },
  decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-12-15' },
  milestones: [{ period: '2026-09-01/P1Y', kind: 'interim-target', value: 80 }, { period: '2024-09-01/P1Y', kind: 'derived' }],
  series: [point('2018-09-01/P1Y', 65)], unit: '%', decimals: 0, roundingUnit: 1, metricName: 'Pupils', areaName: 'England',
};

describe('targetPathTable', () => {
  it('gives baseline, milestones, interim targets and target in the order of time', () => {
    const found = targetPathTable(TARGET, '90% by 2030');
    // the interim target bends the path: 65 + 15 × 6/8 = 76.25 in 2024/25
    expect(found?.rows.map(({ heading, cells }) => [heading, ...cells.map(({ text }) => text)])).toEqual([
      ['School year 2018/19', 'Baseline', '65%'],
      ['School year 2024/25', 'Milestone on the path; the government has not set it', '76.3%'],
      ['School year 2026/27', 'Interim target set by the government', '80%'],
      ['School year 2029/30', 'Target', '90%'],
    ]);
  });

  it.each<[string, Partial<TargetToJudge>]>([
    ['a direction, which has nothing to reach', { rule: { kind: 'direction' } }],
    ['a ratio, whose path is not in the metric’s unit', { rule: { kind: 'ratio', value: 2 } }],
    ['a target that is not comparable', { notComparable: 'it counts something else' }],
    ['a series without its baseline', { series: [] }],
  ])('is absent for %s', (_, over) => expect(targetPathTable({ ...TARGET, ...over }, '')).toBeUndefined());
});
