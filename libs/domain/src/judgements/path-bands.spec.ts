import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { bandChances, isHeldOffTrack, verdictOfBands } from './path-bands.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

describe('the bands', () => {
  // Φ^-1(0.8) = 0.8416212, so a deviation of −0.2 − 0.8416212·se is off track by exactly 0.8
  it.each<[string, number, number, Verdict]>([
    ['on the upper edge, without error', -0.05, 0, 'on-track'],
    ['under it', -0.0500001, 0, 'slipping'],
    ['on the lower edge', -0.2, 0, 'slipping'],
    ['under it', -0.2000001, 0, 'off-track'],
    ['the last binary digit under an edge', -0.05 - 1e-16, 0, 'on-track'],
    ['a chance of 0.8 of the upper band', -0.05 + 0.08416213, 0.1, 'on-track'],
    ['a hair less', -0.05 + 0.0841621, 0.1, 'cannot-tell-yet'],
    ['a chance of 0.8 of the lower band', -0.2 - 0.08416213, 0.1, 'off-track'],
    ['a hair less', -0.2 - 0.0841621, 0.1, 'cannot-tell-yet'],
    // the middle of the middle band, ±0.075: 2Φ(0.075/se) − 1 = 0.5 at se = 0.075/0.6744898 = 0.1111951
    ['a chance of a half of the middle band', -0.125, 0.1111951, 'slipping'],
    ['a hair less', -0.125, 0.1111952, 'cannot-tell-yet'],
  ])('%s: a deviation of %d ± %d is %s', (_, deviation, standardError, verdict) => {
    expect(verdictOfBands(bandChances(deviation, standardError), undefined)).toEqual({ verdict, heldOffTrack: false });
  });

  it('sum up to one', () => {
    // Φ((−0.2 + 0.1)/0.1) = 0.158655, Φ((−0.05 + 0.1)/0.1) = 0.691462
    const { onTrack, slipping, offTrack } = bandChances(-0.1, 0.1);
    expect(offTrack).toBeCloseTo(0.158655, 6);
    expect(slipping).toBeCloseTo(0.532807, 6);
    expect(onTrack).toBeCloseTo(0.308538, 6);
  });

  it.each<[number, Verdict | undefined, boolean]>([
    [0.5, 'off-track', true],
    [0.5, 'deteriorating', true],
    [0.4999, 'off-track', false],
    [0.79, 'slipping', false],
    [0.79, undefined, false],
  ])('a chance of %d after %s holds off track: %s', (offTrack, previous, held) => {
    expect(isHeldOffTrack({ onTrack: 0, slipping: 1 - offTrack, offTrack }, previous)).toBe(held);
  });

  it('say off track for sure before they hold it', () => {
    expect(verdictOfBands({ onTrack: 0, slipping: 0.2, offTrack: 0.8 }, 'off-track')).toEqual({
      verdict: 'off-track',
      heldOffTrack: false,
    });
    expect(verdictOfBands({ onTrack: 0.1, slipping: 0.4, offTrack: 0.5 }, 'off-track')).toEqual({
      verdict: 'off-track',
      heldOffTrack: true,
    });
    // half of it at most is on track, so a held one never hides it
    expect(verdictOfBands({ onTrack: 0.8, slipping: 0.2, offTrack: 0 }, 'off-track')).toEqual({
      verdict: 'on-track',
      heldOffTrack: false,
    });
    expect(verdictOfBands({ onTrack: 0.3, slipping: 0.5, offTrack: 0.2 }, undefined).verdict).toBe('slipping');
  });
});

/** 50 in 2019 to 60 in 2029 by 55 in 2024, without any error at all. */
function certain(value: number, change: Partial<TargetToJudge> = {}): TargetToJudge {
  const at = (year: number, figure: number): SeriesPoint => {
    const period = parsePeriod(`${year}-01-01/P1Y`);
    if (!period) throw new Error(String(year));
    return { key: `cell ${year}`, period, value: figure };
  };
  return {
    direction: 1,
    rule: { kind: 'level', value: 60 },
    baseline: { periodKey: '2019-01-01/P1Y' },
    decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    series: [at(2019, 50), at(2024, value)],
    unit: '%',
    decimals: 1,
    roundingUnit: 0,
    metricName: 'Employment rate',
    areaName: 'England',
    ...change,
  };
}

describe('figures without any error', () => {
  it.each<[number, Verdict]>([
    [60, 'at-target'],
    [59.999, 'on-track'],
    [54.5, 'on-track'], // −0.05
    [54.499, 'slipping'],
    [53, 'slipping'], // −0.20
    [52.999, 'off-track'],
    [50, 'off-track'],
    [49.999, 'deteriorating'],
  ])('%d is %s', (value, verdict) => {
    const found = judgeTarget(certain(value), '2026-06-26');
    expect(found.verdict).toBe(verdict);
    expect(Object.values(found.components.chances ?? {}).filter((chance) => chance === 1)).toHaveLength(1);
  });

  it('are shown to differ by anything, and by nothing are not', () => {
    const direction = (value: number): Verdict =>
      judgeTarget(certain(value, { rule: { kind: 'direction' } }), '2026-06-26').verdict;
    expect([50.001, 50, 49.999].map(direction)).toEqual(['on-track', 'no-detectable-change', 'off-track']);
  });
});
