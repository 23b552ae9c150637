import { describe, expect, it } from '@jest/globals';
import { type SeriesPoint, type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import { figureChart } from './figure-chart.presenter.js';

function point(key: string, value: number, rest: Partial<SeriesPoint> = {}): SeriesPoint {
  const period = parsePeriod(key);
  if (!period) throw new Error(`${key} is no period`);
  return { key, period, value, ...rest };
}

const TARGET: TargetToJudge = {
  direction: 1, rule: { kind: 'level', value: 90 }, baseline: { periodKey: '2018-09-01/P1Y' }, decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-12-15' },
  series: [point('2023-09-01/P1Y', 61, { provisional: true }), point('2018-09-01/P1Y', 65, { lower: 64.5, upper: 65.5 })],
  unit: '%', decimals: 0, roundingUnit: 1, metricName: 'Pupils at the expected standard', areaName: 'England',
};

describe('the picture of a target', () => {
  it('has the series oldest first, the path, and the value that is asked for', () => {
    const found = figureChart(TARGET, '90% by 2030');
    expect(found?.chart.subtitle).toBe('Pupils at the expected standard, England, school year 2018/19 to school year 2023/24');
    expect(found?.chart.series[0]?.points.map(({ value, lower }) => [value, lower])).toEqual([[65, 64.5], [61, undefined]]);
    // Middles of the school years: 2018/19 is 2019.17, 2029/30 is 2030.17.
    expect(found?.chart.path?.map(({ x, value }) => [Math.round(Number(x)), value])).toEqual([[2019, 65], [2030, 90]]);
    expect(found?.chart.target?.label).toBe('Target: 90%');
  });

  it('has everything in it again as a table', () => {
    expect(figureChart(TARGET, 't')?.table.rows).toEqual([
      { heading: 'school year 2018/19', cells: [{ text: '65%', numeric: true }] },
      { heading: 'school year 2023/24 (provisional)', cells: [{ text: '61%', numeric: true }] },
    ]);
  });

  it.each<[string, Partial<TargetToJudge>]>([
    ['a direction, which asks for no value', { rule: { kind: 'direction' } }],
    ['figures that do not measure the target', { notComparable: 'another measure' }],
    ['no baseline among the figures', { baseline: { periodKey: '2010-09-01/P1Y' } }],
  ])('has no path for %s', (_, change) => {
    const found = figureChart({ ...TARGET, ...change }, 't');
    expect([found?.chart.path, found?.chart.target]).toEqual([undefined, undefined]);
  });

  it('is none without figures', () => {
    expect(figureChart({ ...TARGET, series: [] }, 't')).toBeUndefined();
  });
});
