import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { changeAtPlace, type MetricOfChange } from './change-at-place.js';

const METRIC: MetricOfChange = { direction: 'higher-is-better', roundingUnit: 0.1, seriesBreaks: [] };

function point(key: string, value: number, half?: number): SeriesPoint {
  const period = parsePeriod(key);
  if (!period) throw new Error(key);
  return { key, period, value, ...(half === undefined ? {} : { lower: value - half, upper: value + half }) };
}

describe('changeAtPlace', () => {
  // ± 1.96 is se 1 each: se of the change √2 = 1.414, times 1.96 = 2.772
  it.each([
    ['2.8 up', 62.8, 'higher-is-better', 'better'],
    ['2.7 up', 62.7, 'higher-is-better', 'neither'],
    ['2.8 down', 57.2, 'higher-is-better', 'worse'],
    ['2.8 down where lower is better', 57.2, 'lower-is-better', 'better'],
  ] as const)('%s against an error of 2.77', (_, value, direction, shown) => {
    const change = changeAtPlace(point('2019-01-01/P1Y', 60, 1.96), point('2023-01-01/P1Y', value, 1.96), { ...METRIC, direction });
    expect([change?.shown, change?.roundingOnly]).toEqual([shown, false]);
  });

  it('takes the months that both windows share out of the error', () => {
    // three-year windows one year apart share 24 of 36 months: ρ = 2/3, se² = 1 + 1 − 2·2/3 = 0.667, se 0.816, times 1.96 = 1.600
    const change = (value: number) => changeAtPlace(point('2018-01-01/P3Y', 60, 1.96), point('2019-01-01/P3Y', value, 1.96), METRIC)?.shown;
    expect([change(61.5), change(61.7)]).toEqual(['neither', 'better']);
  });

  it('knows nothing but rounding where no interval is published', () => {
    // rounding to 0.1: se 0.1/√12 = 0.0289 each, change 0.0408, times 1.96 = 0.080
    const change = changeAtPlace(point('2019-01-01/P1Y', 34), point('2023-01-01/P1Y', 34.1), METRIC);
    expect(change).toMatchObject({ shown: 'better', roundingOnly: true });
  });

  it.each([
    ['the same period', '2023-01-01/P1Y', []],
    ['a later baseline', '2024-01-01/P1Y', []],
    ['a break between the two', '2019-01-01/P1Y', [{ from: '2021-01-01/P1Y' }]],
    ['a break at the latest', '2019-01-01/P1Y', [{ from: '2023-01-01' }]],
  ])('says nothing over %s', (_, baseline, seriesBreaks) => {
    expect(changeAtPlace(point(baseline, 60), point('2023-01-01/P1Y', 70), { ...METRIC, seriesBreaks })).toBeUndefined();
  });

  it('speaks where the break lies before both', () => {
    expect(changeAtPlace(point('2019-01-01/P1Y', 60), point('2023-01-01/P1Y', 70), { ...METRIC, seriesBreaks: [{ from: '2019-01-01/P1Y' }] })?.shown).toBe('better');
  });
});
