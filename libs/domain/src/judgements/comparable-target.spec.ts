import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { comparableTarget } from './comparable-target.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function point(period: string, value: number, se?: number, cell = 'own'): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  const interval = se === undefined ? {} : { lower: value - 1.96 * se, upper: value + 1.96 * se };
  return { key: `${cell} ${period}`, period: parsed, value, ...interval };
}

const START = '2019-01-01/P1Y';
const LATEST = '2024-01-01/P1Y';
const TODAY = '2026-06-26';

function target(change: Partial<TargetToJudge>): TargetToJudge {
  return {
    direction: 1,
    rule: { kind: 'direction' },
    baseline: { periodKey: START },
    decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    series: [],
    unit: '%',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'Employment rate',
    areaName: 'North East',
    ...change,
  };
}

const other = (first: number, last: number): SeriesPoint[] => [
  point(START, first, undefined, 'other'),
  point(LATEST, last, undefined, 'other'),
];

describe('a ratio of two metrics', () => {
  const leverage = (business: number): TargetToJudge =>
    target({
      rule: { kind: 'ratio', value: 3 },
      series: [point(START, 20), point(LATEST, business)],
      second: { name: 'Government spending on R&D', series: other(10, 10) },
      unit: '£ million',
      metricName: 'Business spending on R&D',
      naturalLimit: 7,
      money: { basis: 'nominal', wanted: 'real' },
    });

  // 2 in 2019 to 3 in 2029, so 2.5 in 2024; the rounding of 0.1 is small beside it
  it.each<[number, Verdict]>([
    [30, 'at-target'],
    [25, 'on-track'],
    [24, 'slipping'], // −0.1 of the journey of 1
    [22, 'off-track'], // −0.3
    [19, 'deteriorating'],
  ])('%d over 10 is %s', (business, verdict) => {
    expect(judgeTarget(leverage(business), TODAY).verdict).toBe(verdict);
  });

  it('is worded as a ratio, without unit and without price level', () => {
    const found = judgeTarget(leverage(24), TODAY);
    expect(found.sentence).toBe(
      'In 2024, the ratio of business spending on R&D to government spending on R&D in the North East stood at 2.40; the straight ' +
        'path from 2.00 in 2019 to 3.00 in 2029 needed 2.50 by then, so it is 0.10 behind, 10% of the whole journey, and slipping.',
    );
    expect(found.inputs).toEqual([`own ${START}`, `other ${START}`, `own ${LATEST}`, `other ${LATEST}`]);
    expect(found.reasons.join(' ')).not.toContain('money of the day');
  });

  it('counts as changed where its demand is, not where its figures are', () => {
    const [one, two] = [judgeTarget(leverage(24), TODAY), judgeTarget(leverage(30), TODAY)];
    expect(one.causeHints.rule).toBe(two.causeHints.rule);
    expect(one.causeHints.rule).toContain('"ratio"');
    const renamed = { ...leverage(24), second: { name: 'Something else', series: other(10, 10) } };
    expect(judgeTarget(renamed, TODAY).causeHints.rule).not.toBe(one.causeHints.rule);
  });

  it('takes its σ from the ratio where it is to hold', () => {
    // one figure before: σ is the baseline's rounding error, 0.1/√12·√(1/10² + (2/10)²) = 0.0064550
    const hold = { ...leverage(19.9), rule: { kind: 'ratio' as const, value: 2 } };
    expect(judgeTarget(hold, TODAY).components.sigma).toBeCloseTo(0.006455, 6);
  });
});

describe('closer to a comparator', () => {
  const against = (
    own: [number, number],
    london: [number, number],
    change: Partial<TargetToJudge> = {},
  ): TargetToJudge =>
    target({
      rule: { kind: 'closer-to-comparator', byPercent: 50 },
      series: [point(START, own[0]), point(LATEST, own[1])],
      second: { name: 'London', series: other(...london) },
      ...change,
    });

  // 10 behind in 2019, 5 asked for in 2029, so 7.5 in 2024; the journey is 5
  it.each<[[number, number], [number, number], Verdict]>([
    [[60, 65], [70, 70], 'at-target'], // 5 behind
    [[60, 63], [70, 70.5], 'on-track'], // 7.5 behind
    [[60, 62], [70, 70], 'slipping'], // 8: −0.1
    [[60, 68], [70, 77], 'off-track'], // 9: −0.3, though it rose by 8
    [[60, 66], [70, 77], 'deteriorating'], // 11
    [[60, 55], [70, 50], 'at-target'], // ahead of it
    [[60, 60], [60, 61], 'deteriorating'], // level before, fallen behind: nothing was to close
    [[70, 69], [60, 65], 'at-target'], // ahead, if by less
  ])('%j against %j is %s', (own, london, verdict) => {
    expect(judgeTarget(against(own, london), TODAY).verdict).toBe(verdict);
    // mirrored: lower is better, and both series upside down
    const mirror = against([-own[0], -own[1]], [-london[0], -london[1]], { direction: -1 });
    expect(judgeTarget(mirror, TODAY).verdict).toBe(verdict);
  });

  it('is worded as a distance', () => {
    const found = judgeTarget(against([60, 62], [70, 70]), TODAY);
    expect(found.sentence).toBe(
      'In 2024, the distance to London in employment rate in the North East stood at 8.0 percentage points; the straight path from ' +
        '10.0 percentage points in 2019 to 5.0 percentage points in 2029 needed 7.5 percentage points by then, so it is ' +
        '0.5 percentage points behind, 10% of the whole journey, and slipping.',
    );
    expect(found.inputs).toContain(`other ${LATEST}`);
    // both figures rounded to 0.1: √2·0.1/√12
    expect(found.components.latest).toMatchObject({
      standardError: expect.closeTo(0.0408248, 6),
      standardErrorBasis: 'rounding',
    });
    const scores = against([6, 6], [7, 7], { unit: 'Score out of 10', metricName: 'Mean Life Satisfaction' });
    expect(judgeTarget(scores, TODAY).sentence).toContain(
      'the distance to London in Mean Life Satisfaction in the North East stood at 1.0 points',
    );
  });

  it('bends by interim targets in the same terms', () => {
    // 20% closed by 2024: 8 behind is due
    const milestones = [{ period: LATEST, kind: 'interim-target' as const, value: 20 }];
    const found = judgeTarget(against([60, 62], [70, 70], { milestones }), TODAY);
    expect(found.verdict).toBe('on-track');
    expect(found.components.pathValue).toBeCloseTo(8, 9);
  });

  const ever = { rule: { kind: 'closer-to-comparator' as const } };
  it.each<[[number, number], [number, number], Verdict, RegExp]>([
    [
      [60, 62],
      [70, 70],
      'on-track',
      /stood at 8.0 percentage points, better than 10.0 percentage points in 2019 by more than its rounding error\.$/,
    ],
    [[60, 59], [70, 70], 'off-track', /worse than/],
    [[60, 60.1], [70, 70], 'no-detectable-change', /too close to/], // 1.96·√2·0.0408 = 0.113
    [
      [60, 70],
      [70, 70],
      'at-target',
      /stood at 0.0 percentage points, which is level with London or ahead; the final figure for 2029 decides\.$/,
    ],
    [[71, 70.5], [70, 70], 'at-target', /stood at −0.5 percentage points, which is level/],
    [[71, 69], [70, 70], 'off-track', /worse than/],
  ])('without a number: %j against %j is %s', (own, london, verdict, sentence) => {
    const found = judgeTarget(against(own, london, ever), TODAY);
    expect(found).toMatchObject({ verdict, method: 'direction-only' });
    expect(found.sentence).toMatch(sentence);
    expect(found.components.target).toBeUndefined();
  });

  it('is achieved or missed at the end', () => {
    const decides = { periodKey: LATEST, releaseExpected: '2025-06-30' };
    const end = (own: number): ReturnType<typeof judgeTarget> =>
      judgeTarget(against([60, own], [70, 70], { ...ever, decides }), TODAY);
    expect(end(70)).toMatchObject({ verdict: 'achieved' });
    expect(end(70).sentence).toMatch(/, which is level with London or ahead\.$/);
    expect(end(65).verdict).toBe('achieved');
    expect(end(59).verdict).toBe('missed');
  });

  it('is not held off track once it is level', () => {
    const found = judgeTarget(against([60, 70], [70, 70], { ...ever, previousVerdict: 'off-track' }), TODAY);
    expect(found).toMatchObject({ verdict: 'at-target', causeHints: { heldOffTrack: false } });
  });

  it('drops a limit that was of the published figure', () => {
    const found = comparableTarget(against([60, 62], [70, 70], { naturalLimit: 100 }));
    expect('target' in found && [found.target.naturalLimit, found.target.direction]).toEqual([undefined, -1]);
  });
});

describe('a comparison that cannot be made', () => {
  it.each<[string, Partial<TargetToJudge>, Verdict, string]>([
    [
      'no other series is named',
      { rule: { kind: 'ratio', value: 2 }, series: [point(START, 1)] },
      'target-undefined',
      'The target compares with another series, and does not say with which.',
    ],
    [
      'the other series has no figure',
      { rule: { kind: 'ratio', value: 2 }, series: [point(START, 1)], second: { name: 'London', series: [] } },
      'no-data',
      'There is no period for which both employment rate in the North East and London have a figure.',
    ],
    [
      'no series has a figure',
      { rule: { kind: 'closer-to-comparator' }, second: { name: 'London', series: [] } },
      'no-data',
      'There is no figure for the distance to London in employment rate in the North East.',
    ],
    [
      'a share below a threshold is to rise',
      { rule: { kind: 'share-below-threshold', threshold: 5 }, metricName: 'Low life satisfaction' },
      'target-undefined',
      'The target asks for a share below a threshold to fall, and the metric, Low life satisfaction, says that higher is better.',
    ],
  ])('%s', (_, change, verdict, sentence) => {
    expect(judgeTarget(target(change), TODAY)).toMatchObject({ verdict, sentence, method: 'none' });
  });

  it('opens a data gap where figures are missing', () => {
    const pair = {
      rule: { kind: 'ratio' as const, value: 2 },
      series: [point(START, 1)],
      second: { name: 'London', series: [] },
    };
    expect(judgeTarget(target(pair), TODAY).causeHints.dataGap).toBe('missing');
  });
});

describe('a share below a threshold', () => {
  const low = (value: number, asked?: number): TargetToJudge =>
    target({
      direction: -1,
      rule:
        asked === undefined
          ? { kind: 'share-below-threshold', threshold: 5 }
          : { kind: 'share-below-threshold', threshold: 5, value: asked },
      series: [point(START, 6), point(LATEST, value)],
      metricName: 'Low life satisfaction',
    });

  // 6% to 4% in ten years: 5% in 2024
  it.each<[number, number | undefined, Verdict, string]>([
    [4, 4, 'at-target', 'interim-path'],
    [5, 4, 'on-track', 'interim-path'],
    [5.5, 4, 'off-track', 'interim-path'],
    [6.5, 4, 'deteriorating', 'interim-path'],
    [5.5, undefined, 'on-track', 'direction-only'],
    [6.5, undefined, 'off-track', 'direction-only'],
  ])('%d% against %p is %s', (value, asked, verdict, method) => {
    expect(judgeTarget(low(value, asked), TODAY)).toMatchObject({ verdict, method });
  });
});
