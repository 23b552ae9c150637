import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function point(period: string, value: number, halfWidth?: number): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  const interval = halfWidth === undefined ? {} : { lower: value - halfWidth, upper: value + halfWidth };
  return { key: `${period} cell`, period: parsed, value, ...interval };
}

/** A direction and no number: 50 in 2019, each figure ± 0.98, so se 0.5. */
function halfway(value: number, change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    direction: 1,
    rule: { kind: 'direction' },
    baseline: { periodKey: '2019-01-01/P1Y' },
    decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    series: [point('2019-01-01/P1Y', 50, 0.98), point('2024-01-01/P1Y', value, 0.98)],
    unit: '%',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'Employment rate',
    areaName: 'England',
    ...change,
  };
}

const TODAY = '2026-06-26';

describe('a direction without a number', () => {
  it.each<[number, Verdict | undefined, Verdict, Verdict, RegExp]>([
    // se of the change 0.7071; 1.96· = 1.386
    [
      51.4,
      undefined,
      'on-track',
      'on-track',
      /, better than 50.0% in 2019 by more than the error in its published 95% interval\.$/,
    ],
    [48.6, undefined, 'off-track', 'off-track', /, worse than 50.0% in 2019 by more than/],
    // 2026.5 is past the middle of 2019.5 and 2029.5
    [
      51.3,
      undefined,
      'no-detectable-change',
      'slipping',
      /, too close to 50.0% in 2019 to show a change beyond the error/,
    ],
    [
      48.7,
      'off-track',
      'off-track',
      'off-track',
      /, worse than 50.0% in 2019, and still more likely off track than not\.$/,
    ],
    [50.1, 'off-track', 'no-detectable-change', 'slipping', /too close/],
    [50, 'off-track', 'no-detectable-change', 'slipping', /too close/],
  ])('a direction: %d after %s is %s and counts as %s', (value, previousVerdict, verdict, countsAs, sentence) => {
    const direction = halfway(value, previousVerdict ? { previousVerdict } : {});
    const found = judgeTarget(direction, TODAY);
    expect(found).toMatchObject({ verdict, countsAs, method: 'direction-only' });
    expect(found.sentence).toMatch(sentence);
    expect(found.components.target).toBeUndefined();
  });

  it('a direction without a detectable change counts as slipping only after half of the time', () => {
    const direction = halfway(50.5);
    // the middle is 2024.5, 1 July 2024, but the figure for 2024 is there only from its end: judge with one of 2023
    const earlier = { ...direction, series: [point('2019-01-01/P1Y', 50), point('2022-01-01/P1Y', 50)] };
    expect(judgeTarget(earlier, '2024-07-01').countsAs).toBe('no-detectable-change');
    expect(judgeTarget(earlier, '2024-07-02').countsAs).toBe('slipping');
  });
});
