import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function point(period: string, value: number, limits?: [number, number], provisional = false): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  const interval = limits ? { lower: limits[0], upper: limits[1] } : {};
  return { key: `${period} cell`, period: parsed, value, ...interval, provisional };
}

const TODAY = '2026-06-26';

const KEY_STAGE_2: TargetToJudge = {
  direction: 1,
  rule: { kind: 'level', value: 90 },
  baseline: { periodKey: '2018-09-01/P1Y' },
  decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-09-30' },
  milestones: [{ period: '2024-09-01/P1Y', kind: 'derived' }],
  series: [point('2018-09-01/P1Y', 65), point('2024-09-01/P1Y', 62)],
  unit: '%',
  decimals: 0,
  roundingUnit: 1,
  metricName: 'Pupils meeting the expected standard in reading, writing and maths',
  areaName: 'England',
};

const GIGABIT: TargetToJudge = {
  direction: 1,
  rule: { kind: 'level', value: 100 },
  baseline: { periodKey: '2024-01-01' },
  decides: { periodKey: '2030-01-01', releaseExpected: '2030-05-31' },
  series: [point('2026-01-01', 87.8), point('2024-01-01', 78.5)],
  unit: '%',
  decimals: 1,
  roundingUnit: 0.1,
  metricName: 'Gigabit capable broadband',
  areaName: 'United Kingdom',
};

/** Male healthy life expectancy, UK, as published on 19 February 2026. */
const HEALTHY_LIFE: TargetToJudge = {
  direction: 1,
  rule: { kind: 'change-by', amount: 5 },
  baseline: { periodKey: '2017-01-01/P3Y' },
  decides: { periodKey: '2034-01-01/P3Y', releaseExpected: '2038-02-28' },
  series: [
    point('2013-01-01/P3Y', 63.0, [62.8, 63.1]),
    point('2014-01-01/P3Y', 63.0, [62.8, 63.2]),
    point('2015-01-01/P3Y', 63.1, [62.9, 63.2]),
    point('2016-01-01/P3Y', 63.0, [62.9, 63.2]),
    point('2017-01-01/P3Y', 62.9, [62.7, 63.1]),
    point('2018-01-01/P3Y', 62.8, [62.6, 63.0]),
    point('2019-01-01/P3Y', 62.4, [62.3, 62.6]),
    point('2020-01-01/P3Y', 62.0, [61.8, 62.2]),
    point('2021-01-01/P3Y', 61.3, [61.1, 61.5]),
    point('2022-01-01/P3Y', 60.7, [60.5, 60.9]),
  ],
  unit: 'yrs',
  decimals: 1,
  roundingUnit: 0.1,
  metricName: 'Male healthy life expectancy',
  areaName: 'United Kingdom',
  shockYears: [2020, 2021],
};

describe('judgeTarget on published figures', () => {
  it('key stage 2, England: 65% to 62% against 90% is deteriorating', () => {
    // middles 2019 2/12, 2025 2/12, 2030 2/12: w = 6/11; path 65 + 25·6/11 = 78.636; deviation (62 − 78.636)/25 = −0.6655
    // se of each 1/√12 = 0.28868, of the distance 0.28868·√(1 + (5/11)²)/25 = 0.012684
    // change −3, its se 0.28868·√2 = 0.40825; 1.96·0.40825 = 0.80 < 3
    const found = judgeTarget(KEY_STAGE_2, TODAY);
    expect(found).toMatchObject({
      verdict: 'deteriorating',
      countsAs: 'deteriorating',
      method: 'interim-path',
      methodVersion: '2',
    });
    expect(found.components.pathValue).toBeCloseTo(78.63636, 4);
    expect(found.components.shareDue).toBeCloseTo(6 / 11, 9);
    expect(found.components.deviation).toBeCloseTo(-0.665455, 6);
    expect(found.components.deviationStandardError).toBeCloseTo(0.0126839, 6);
    expect(found.components.change).toBe(-3);
    expect(found.components.changeStandardError).toBeCloseTo(0.408248, 6);
    expect(found.components.latest).toMatchObject({
      value: 62,
      periodLabel: 'school year 2024/25',
      standardErrorBasis: 'rounding',
    });
    expect(found.components.target).toEqual({
      value: 90,
      periodKey: '2029-09-01/P1Y',
      periodLabel: 'school year 2029/30',
    });
    expect(found.inputs).toEqual(['2018-09-01/P1Y cell', '2024-09-01/P1Y cell']);
    expect(found.sentence).toBe(
      'In school year 2024/25, pupils meeting the expected standard in reading, writing and maths in England stood at 62%; ' +
        'the straight path from 65% in school year 2018/19 to 90% in school year 2029/30 needed 78.6% by then, ' +
        'and the figure has gone the wrong way by more than its rounding error.',
    );
  });

  it('gigabit broadband, UK: 78.5% to 87.8% against 100% is on track', () => {
    // 2024 to 2030, at 2026: w = 1/3; path 78.5 + 21.5/3 = 85.667; deviation 2.133/21.5 = +0.09922
    // se 0.1/√12 = 0.028868·√(1 + (2/3)²)/21.5 = 0.0016137
    const found = judgeTarget(GIGABIT, TODAY);
    expect(found.verdict).toBe('on-track');
    expect(found.components.pathValue).toBeCloseTo(85.66667, 4);
    expect(found.components.deviation).toBeCloseTo(0.099225, 6);
    expect(found.components.deviationStandardError).toBeCloseTo(0.0016137, 6);
    expect(found.components.chances?.onTrack).toBeCloseTo(1, 9);
    expect(found.sentence).toBe(
      'In January 2026, gigabit capable broadband in the United Kingdom stood at 87.8%; the straight path from 78.5% in ' +
        'January 2024 to 100.0% in January 2030 needed 85.7% by then, so it is on track.',
    );
  });

  it('male healthy life expectancy, UK: 62.9 to 60.7 years against five more is deteriorating', () => {
    // middles 2018.5, 2023.5, 2035.5: w = 5/17; T 67.9; path 62.9 + 5·5/17 = 64.3706; deviation −3.6706/5 = −0.73412
    // se 0.4/3.92 = 0.102041, no shared years; 0.102041·√(1 + (12/17)²)/5 = 0.0249804
    // change −2.2, se 0.102041·√2 = 0.144308; 1.96· = 0.283
    const found = judgeTarget(HEALTHY_LIFE, TODAY);
    expect(found.verdict).toBe('deteriorating');
    expect(found.components.target?.value).toBeCloseTo(67.9, 9);
    expect(found.components.pathValue).toBeCloseTo(64.370588, 6);
    expect(found.components.deviation).toBeCloseTo(-0.734118, 6);
    expect(found.components.deviationStandardError).toBeCloseTo(0.0249804, 6);
    expect(found.components.changeStandardError).toBeCloseTo(0.144308, 6);
    expect(found.components.correlation).toBe(0);
    expect(found.components.alternatives).toEqual([
      { label: '2016 to 2018', baselineValue: 63, verdict: 'deteriorating' },
      // (63.0 + 63.1 + 63.0)/3
      {
        label: 'the mean of 2014 to 2016, 2015 to 2017 and 2016 to 2018',
        baselineValue: expect.closeTo(63.0333, 4),
        verdict: 'deteriorating',
      },
    ]);
    expect(found.components.dependsOnBaseline).toBe(false);
    expect(found.sentence).toBe(
      'In 2022 to 2024, male healthy life expectancy in the United Kingdom stood at 60.7 years; the straight path from ' +
        '62.9 years in 2017 to 2019 to 67.9 years in 2034 to 2036 needed 64.4 years by then, and the figure has gone the ' +
        'wrong way by more than the error in its published 95% interval.',
    );
  });

  it('lets overlapping windows share their error', () => {
    // 2019 to 2021 shares one of three years with 2017 to 2019: ρ = 1/3; se_v 0.3/3.92 = 0.0765306, se_0 0.1020408
    // change: √(0.0058569 + 0.0104123 − 2/3·0.0078092) = √0.0110631 = 0.105181
    // w = 2/17, rest 15/17: √(0.0058569 + 0.0081066 − 2·(15/17)/3·0.0078092)/5 = √0.0093700/5 = 0.0193598
    const found = judgeTarget({ ...HEALTHY_LIFE, series: HEALTHY_LIFE.series.slice(0, 7) }, '2024-12-31');
    expect(found.components.correlation).toBeCloseTo(1 / 3, 9);
    expect(found.components.changeStandardError).toBeCloseTo(0.105181, 5);
    expect(found.components.deviationStandardError).toBeCloseTo(0.01936, 5);
  });

  it('does not see figures of periods that were not over', () => {
    expect(judgeTarget(KEY_STAGE_2, '2025-08-30').verdict).toBe('no-data');
    expect(judgeTarget(KEY_STAGE_2, '2025-08-31').verdict).toBe('deteriorating');
  });
});

/** 50 in 2019 to 60 in 2029, each figure ± 0.98, so se 0.5; the rest of the working stands at each case. */
function halfway(value: number, change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    ...KEY_STAGE_2,
    rule: { kind: 'level', value: 60 },
    baseline: { periodKey: '2019-01-01/P1Y' },
    decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    series: [point('2019-01-01/P1Y', 50, [49.02, 50.98]), point('2024-01-01/P1Y', value, [value - 0.98, value + 0.98])],
    decimals: 1,
    roundingUnit: 0.1,
    ...change,
  };
}

describe('the bands', () => {
  // path in 2024: 55, w = 1/2; se of the distance √(0.25 + 0.25·0.25)/10 = 0.0559; se of the change 0.7071, 1.96· = 1.386
  it.each<[number, Verdict, string]>([
    [60.1, 'at-target', 'beyond 60'],
    [60, 'at-target', 'at 60'],
    [55, 'on-track', 'dev 0: chance(≥ −0.05) = Φ(0.894) = 0.814'],
    [54.9, 'cannot-tell-yet', 'dev −0.01: Φ(0.716) = 0.763 on, 0.237 middle'],
    [53.8, 'slipping', 'dev −0.12: Φ(1.252) − Φ(−1.431) = 0.895 − 0.076 = 0.819 middle'],
    [53.1, 'slipping', 'dev −0.19: Φ(2.504) − Φ(−0.179) = 0.994 − 0.429 = 0.565 middle'],
    [52.6, 'cannot-tell-yet', 'dev −0.24: Φ(0.716) = 0.763 off, 0.237 middle'],
    [52.5, 'off-track', 'dev −0.25: Φ(0.894) = 0.814 off'],
    [48.7, 'off-track', 'change −1.3, within 1.386'],
    [48.6, 'deteriorating', 'change −1.4, beyond 1.386'],
  ])('%d is %s (%s)', (value, verdict) => {
    expect(judgeTarget(halfway(value), TODAY).verdict).toBe(verdict);
  });

  it.each<[number, Verdict | undefined, Verdict]>([
    [52.6, 'off-track', 'off-track'], // 0.763 off
    [52.9, 'deteriorating', 'off-track'], // dev −0.21: Φ(0.179) = 0.571 off
    [53.1, 'off-track', 'slipping'], // 0.429 off: left
    [52.6, 'slipping', 'cannot-tell-yet'],
    [52.6, undefined, 'cannot-tell-yet'],
    [48.6, 'off-track', 'deteriorating'],
    [55, 'off-track', 'on-track'],
  ])('%d after %s is %s', (value, previousVerdict, verdict) => {
    const found = judgeTarget(halfway(value, previousVerdict ? { previousVerdict } : {}), TODAY);
    expect(found.verdict).toBe(verdict);
    expect(found.causeHints.heldOffTrack).toBe(verdict === 'off-track' && value !== 48.6);
  });

  it('mirror for lower is better', () => {
    // −1 times every figure of the case "52.5 is off track", moved up by 100: 50 down to 40, 47.5 where 45 is due
    const falling = halfway(47.5, { direction: -1, rule: { kind: 'level', value: 40 } });
    const found = judgeTarget(falling, TODAY);
    expect(found.verdict).toBe('off-track');
    expect(found.components.deviation).toBeCloseTo(-0.25, 9);
  });

  it('names the gap, and when it can be told', () => {
    expect(judgeTarget(halfway(52.5), TODAY).sentence).toMatch(
      /needed 55.0% by then, so it is 2.5 percentage points behind, 25% of the whole journey, and off track\.$/,
    );
    expect(judgeTarget(halfway(54.9), TODAY).sentence).toMatch(
      /and the error in its published 95% interval leaves open whether it is on track; the figure for 2029, due on 30 June 2030, decides\.$/,
    );
    const nextRelease = { periodKey: '2025-01-01/P1Y', expectedOn: '2026-07-31' };
    expect(judgeTarget(halfway(54.9, { nextRelease }), TODAY).sentence).toMatch(
      /; the figure for 2025, due on 31 July 2026, may tell\.$/,
    );
    expect(judgeTarget(halfway(54.9), TODAY).causeHints.dataGap).toBe('noise');
  });
});

describe('other rules', () => {
  it.each<[string, TargetToJudge['rule'], number]>([
    ['a change', { kind: 'change-by', amount: 10 }, 60],
    ['a change by percent', { kind: 'change-by-percent', percent: 20 }, 60],
    ['a share of people', { kind: 'population-share', value: 60 }, 60],
  ])('%s is resolved to a level', (_, rule, value) => {
    const found = judgeTarget(halfway(52.5, { rule }), TODAY);
    expect(found.components.target?.value).toBeCloseTo(value, 9);
    expect(found.verdict).toBe('off-track');
  });

  it('an interim target bends the path', () => {
    // through 51 in 2024: 52.5 is ahead of it; w = 1/10; more than half of the journey in the last third
    const milestones = [{ period: '2024-01-01/P1Y', kind: 'interim-target' as const, value: 51 }];
    const found = judgeTarget(halfway(52.5, { milestones }), TODAY);
    expect(found.components.pathValue).toBe(51);
    expect(found.components.backLoaded).toBe(true);
    expect(found.sentence).toContain('; the path from');
    expect(found.reasons.join(' ')).toContain('back-loaded');
  });

  it('a target already met at the baseline is to be held, in units of the series’ own σ', () => {
    // up to the baseline 49, 51, 50: σ = 1; to hold 50 at 48.7: deviation −1.3; se √(0.25 + 0.25)/1 = 0.7071
    // chance(< −0.2) = Φ(1.556) = 0.940
    const earlier = [point('2017-01-01/P1Y', 49), point('2018-01-01/P1Y', 51)];
    const target = halfway(48.7, { rule: { kind: 'level', value: 50 } });
    const found = judgeTarget({ ...target, series: [...earlier, ...target.series] }, TODAY);
    expect(found).toMatchObject({ verdict: 'off-track', method: 'hold' });
    expect(found.components).toMatchObject({ deviationIn: 'sigma', sigma: 1 });
    expect(found.components.deviation).toBeCloseTo(-1.3, 9);
    expect(found.components.deviationStandardError).toBeCloseTo(0.707107, 6);
    expect(found.sentence).toContain(
      'the target is to hold 50.0% until 2029, so it is 1.3 percentage points short, 1.3 standard deviations of the series, and off track.',
    );
    expect(judgeTarget(halfway(50, { rule: { kind: 'level', value: 50 } }), TODAY).verdict).toBe('at-target');
    expect(judgeTarget(halfway(48.6, { rule: { kind: 'level', value: 50 } }), TODAY).verdict).toBe('deteriorating');
    // better than the target at the baseline, worse now, but still at target
    expect(judgeTarget(halfway(45, { rule: { kind: 'level', value: 40 } }), TODAY)).toMatchObject({
      verdict: 'at-target',
      method: 'hold',
    });
  });
});
