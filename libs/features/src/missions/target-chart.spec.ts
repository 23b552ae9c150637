import { describe, expect, it } from '@jest/globals';
import { type SeriesPoint, type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import { targetChart } from './target-chart.js';

function point(key: string, value: number, over: Partial<SeriesPoint> = {}): SeriesPoint {
  const period = parsePeriod(key);
  if (!period) throw new Error(`${key} is no period`);
  return { key, period, value, ...over };
}

const TARGET: TargetToJudge = {
  direction: 1,
  rule: { kind: 'level', value: 90 },
  baseline: { periodKey: '2018-09-01/P1Y' },
  decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-12-15' },
  milestones: [{ period: '2024-09-01/P1Y', kind: 'derived' }],
  series: [point('2024-09-01/P1Y', 62, { provisional: true }), point('2018-09-01/P1Y', 65)],
  unit: '%',
  decimals: 0,
  roundingUnit: 1,
  metricName: 'Pupils at the expected standard',
  areaName: 'England',
};

describe('targetChart', () => {
  it('sets figures, path, target and milestones on one axis of time, oldest first', () => {
    const found = targetChart(TARGET, 'Off track');
    // school years 2018/19, 2024/25 and 2029/30 have their middles two twelfths into the second year; 65 + 25 × 6/11 = 78.64
    const [start, latest, end] = [2019 + 1 / 6, 2025 + 1 / 6, 2030 + 1 / 6];
    expect(found?.chart.series[0]?.points.map(({ x, value }) => [x, value])).toEqual([[expect.closeTo(start, 9), 65], [expect.closeTo(latest, 9), 62]]);
    expect(found?.chart.path).toEqual([{ x: expect.closeTo(start, 9), value: 65 }, { x: expect.closeTo(end, 9), value: 90 }]);
    expect(found?.chart.target).toEqual({ x: expect.closeTo(end, 9), value: 90, label: 'Target: 90%, school year 2029/30' });
    expect(found?.chart.milestones).toEqual([{ x: expect.closeTo(latest, 9), value: expect.closeTo(65 + 150 / 11, 9), label: 'Milestone school year 2024/25' }]);
    expect(found?.chart.subtitle).toBe('Pupils at the expected standard, England, school year 2018/19 to school year 2024/25');
  });

  it('puts the same figures into the table, with what is provisional', () => {
    expect(targetChart(TARGET, '')?.table).toEqual({
      caption: 'Pupils at the expected standard, England, school year 2018/19 to school year 2024/25',
      head: [{ text: 'Period', numeric: false }, { text: 'Figure', numeric: true }, { text: 'Status', numeric: false }],
      rows: [
        { heading: 'school year 2018/19', cells: [{ text: '65%', numeric: true }, { text: 'Final', numeric: false }] },
        { heading: 'school year 2024/25', cells: [{ text: '62%', numeric: true }, { text: 'Provisional', numeric: false }] },
      ],
    });
  });

  it('shows intervals where they are published', () => {
    const found = targetChart({ ...TARGET, series: [point('2018-09-01/P1Y', 65, { lower: 64, upper: 66 }), point('2019-09-01/P1Y', 66)] }, '');
    expect(found?.chart.series[0]?.points.map(({ lower, upper }) => [lower, upper])).toEqual([[64, 66], [undefined, undefined]]);
    expect(found?.table.rows[1]?.cells.map(({ text }) => text)).toEqual(['66%', 'not published', 'not published']);
    expect(found?.notes[0]).toContain('95% interval');
  });

  it('draws a direction’s path flat, without a value to reach', () => {
    const found = targetChart({ ...TARGET, rule: { kind: 'direction' } }, '');
    expect(found?.chart.path?.map(({ value }) => value)).toEqual([65, 65]);
    expect([found?.chart.target, found?.chart.pathName]).toEqual([undefined, 'Level at the baseline']);
    expect(found?.chart.milestones).toEqual([]);
  });

  it.each<[string, Partial<TargetToJudge>]>([
    ['that is not comparable', { notComparable: 'it counts something else' }],
    ['without a baseline figure', { baseline: { periodKey: '2017-09-01/P1Y' } }],
    ['that is undefined', { rule: { kind: 'undefined' } }],
  ])('draws no path for a target %s', (_, over) => {
    const found = targetChart({ ...TARGET, ...over }, '');
    expect([found?.chart.path, found?.chart.target]).toEqual([undefined, undefined]);
    expect(found?.chart.series).toHaveLength(1);
  });

  it('is absent without figures', () => expect(targetChart({ ...TARGET, series: [] }, '')).toBeUndefined());
});
