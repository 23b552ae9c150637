import { describe, expect, it } from '@jest/globals';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { isBackLoaded, milestoneValues, pathFrom, pathValueAt, shareDue, targetValueOf, valueOnPath } from './path.js';
import type { TargetMilestone, TargetRule, TargetToJudge } from './target-to-judge.js';

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

/** 65% in school year 2018/19 (middle 2019.17) to 90% in 2029/30 (middle 2030.17). */
function target(change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    direction: 1,
    rule: { kind: 'level', value: 90 },
    baseline: { periodKey: '2018-09-01/P1Y' },
    decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-09-30' },
    series: [{ key: 'a', period: period('2018-09-01/P1Y'), value: 65 }],
    unit: '%',
    decimals: 0,
    roundingUnit: 1,
    metricName: 'Pupils',
    areaName: 'England',
    ...change,
  };
}

describe('targetValueOf', () => {
  it.each<[TargetRule, number | undefined, number | undefined]>([
    [{ kind: 'level', value: 90 }, undefined, 90],
    [{ kind: 'population-share', value: 100 }, 3, 100],
    [{ kind: 'change-by', amount: -5 }, 62.9, 57.9],
    [{ kind: 'change-by-percent', percent: 40 }, 50, 70],
    [{ kind: 'change-by-percent', percent: 40 }, -50, -30], // 40 % of 50 upwards
    [{ kind: 'change-by-percent', percent: 40 }, 0, 0],
    [{ kind: 'change-by', amount: 5 }, undefined, undefined],
    [{ kind: 'binary' }, undefined, 1],
    [{ kind: 'direction' }, 65, undefined],
    [{ kind: 'gap', measure: 'p90-minus-p10' }, 65, undefined],
  ])('%j from %d is %d', (rule, baseline, expected) => {
    expect(targetValueOf(rule, baseline)).toBe(expected);
  });
});

describe('pathValueAt', () => {
  it.each<[string, number]>([
    ['2018-09-01/P1Y', 65],
    ['2024-09-01/P1Y', 65 + (25 * 6) / 11],
    ['2029-09-01/P1Y', 90],
    ['2031-09-01/P1Y', 90], // flat beyond
    ['2015-09-01/P1Y', 65], // and before
  ])('on the straight path in %s is %d', (text, value) => {
    expect(pathValueAt(target(), period(text))).toBeCloseTo(value, 9);
  });

  it.each<[string, number]>([
    ['2021-09-01/P1Y', 67.5], // half of the way to 70 in 2024/25
    ['2024-09-01/P1Y', 70],
    ['2026-09-01/P1Y', 78], // 70 + 20·2/5
    ['2029-09-01/P1Y', 90],
  ])('through an interim target in %s is %d', (text, value) => {
    const milestones: TargetMilestone[] = [
      { period: '2024-09-01/P1Y', kind: 'interim-target', value: 70 },
      { period: '2021-09-01/P1Y', kind: 'derived' },
      { period: '2029-09-01/P1Y', kind: 'interim-target', value: 1 }, // not between baseline and target: ignored
      { period: 'soon', kind: 'interim-target', value: 1 },
    ];
    expect(pathValueAt(target({ milestones }), period(text))).toBeCloseTo(value, 9);
  });

  it('is flat at the baseline for a direction, and at the target where the baseline is better', () => {
    expect(pathValueAt(target({ rule: { kind: 'direction' } }), period('2024-09-01/P1Y'))).toBe(65);
    expect(pathValueAt(target({ rule: { kind: 'level', value: 60 } }), period('2024-09-01/P1Y'))).toBe(60);
    expect(pathValueAt(target({ rule: { kind: 'level', value: 60 } }), period('2018-09-01/P1Y'))).toBe(60);
  });

  it.each<[string, Partial<TargetToJudge>]>([
    ['no baseline figure', { series: [] }],
    ['a rule without a number', { rule: { kind: 'undefined' } }],
    ['a yes or no', { rule: { kind: 'binary' } }],
    ['a rule over areas', { rule: { kind: 'every-area' } }],
    ['no period that decides', { decides: { periodKey: 'soon', releaseExpected: '2030-09-30' } }],
  ])('is not there with %s', (_, change) => {
    expect(pathValueAt(target(change), period('2024-09-01/P1Y'))).toBeUndefined();
  });

  it('survives a deciding period before the baseline', () => {
    const back = target({ decides: { periodKey: '2010-09-01/P1Y', releaseExpected: '2011-09-30' } });
    expect(pathValueAt(back, period('2024-09-01/P1Y'))).toEqual(expect.any(Number));
    const same = target({ decides: { periodKey: '2018-09-01/P1Y', releaseExpected: '2019-09-30' } });
    expect(pathValueAt(same, period('2024-09-01/P1Y'))).toBe(90);
  });
});

describe('milestoneValues', () => {
  // an interim target is set in the terms of its rule: 65 + 5, and 65 + 65·20/100; 2021/22 lies halfway from 2018/19 to it
  it.each<[TargetRule, number, number, number, number]>([
    [{ kind: 'change-by', amount: 25 }, 5, 70, 67.5, 90],
    [{ kind: 'change-by', amount: -25 }, -5, 60, 62.5, 40],
    [{ kind: 'change-by-percent', percent: 40 }, 20, 78, 71.5, 91],
    [{ kind: 'level', value: 90 }, 70, 70, 67.5, 90],
  ])('reads an interim target of %j', (rule, value, interim, halfway, asked) => {
    const set = target({ rule, direction: asked < 65 ? -1 : 1, milestones: [{ period: '2024-09-01/P1Y', kind: 'interim-target', value }] });
    expect(milestoneValues(set).map(({ value: found }) => found)).toEqual([interim]);
    expect(pathValueAt(set, period('2021-09-01/P1Y'))).toBeCloseTo(halfway, 9);
    expect(pathValueAt(set, period('2029-09-01/P1Y'))).toBeCloseTo(asked, 9);
  });

  it('cannot say what an interim change comes to without a baseline', () => {
    const milestones: TargetMilestone[] = [{ period: '2024-09-01/P1Y', kind: 'interim-target', value: 5 }];
    expect(milestoneValues(target({ rule: { kind: 'change-by', amount: 25 }, series: [], milestones }))).toEqual([]);
    expect(milestoneValues(target({ series: [], milestones })).map(({ value }) => value)).toEqual([5]);
  });

  it('puts a derived milestone on the path and leaves an interim target as it was set', () => {
    const milestones: TargetMilestone[] = [
      { period: '2021-09-01/P1Y', kind: 'derived' },
      { period: '2024-09-01/P1Y', kind: 'interim-target', value: 70 },
      { period: 'soon', kind: 'derived' },
    ];
    expect(
      milestoneValues(target({ milestones })).map(({ period: at, kind, value }) => [at.label, kind, value]),
    ).toEqual([
      ['school year 2021/22', 'derived', 67.5],
      ['school year 2024/25', 'interim-target', 70],
    ]);
  });
});

describe('the shape of a path', () => {
  const from = { value: 0, at: 2020 };
  const shaped = (value: number): TargetToJudge =>
    target({
      rule: { kind: 'level', value: 90 },
      decides: { periodKey: '2029-01-01', releaseExpected: '2029-06-30' },
      milestones: [{ period: '2026-01-01', kind: 'interim-target', value }],
    });

  it.each<[number, boolean]>([
    // two thirds of 2020–2029 is 2026; half of the journey is 45
    [44, true],
    [45, false],
    [60, false],
  ])('with %d of 90 due after two thirds of the time is back-loaded: %s', (value, expected) => {
    const path = pathFrom(from, shaped(value));
    expect(path && isBackLoaded(path)).toBe(expected);
  });

  it('tells the share due, between 0 and 1', () => {
    const path = pathFrom(from, shaped(30));
    expect(path && [2019, 2020, 2023, 2026, 2027.5, 2029, 2040].map((at) => shareDue(path, at))).toEqual([
      0,
      0,
      1 / 6,
      1 / 3,
      expect.closeTo(2 / 3, 9),
      1,
      1,
    ]);
    // an interim target beyond the target itself
    const beyond = pathFrom(from, shaped(120));
    expect(beyond && [valueOnPath(beyond, 2026), shareDue(beyond, 2026)]).toEqual([120, 1]);
  });
});
