import { describe, expect, it } from '@jest/globals';
import { parsePeriod, type Period } from '#domain/observations/period.js';
import { breakBetween } from './series-breaks.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function period(key: string): Period {
  const parsed = parsePeriod(key);
  if (!parsed) throw new Error(key);
  return parsed;
}

const year = (of: number): string => `${of}-01-01/P1Y`;
const point = (of: number, value: number): SeriesPoint => ({ key: `cell ${of}`, period: period(year(of)), value });

const NEW_METHOD = { periodKey: year(2022), what: 'a new method of estimation.' };

describe('breakBetween', () => {
  it.each<[string, string, boolean]>([
    [year(2019), year(2024), true],
    [year(2021), year(2022), true], // its first period is on the new footing
    [year(2022), year(2024), false],
    [year(2019), year(2021), false],
  ])('%s to %s: %s', (earlier, later, broken) => {
    expect(breakBetween([NEW_METHOD], period(earlier), period(later)) !== undefined).toBe(broken);
  });

  it('tells snapshots by their month', () => {
    const breaks = [{ periodKey: '2022-04-20', what: 'x' }];
    expect(breakBetween(breaks, period('2021-04-21'), period('2022-04-13'))).toBeDefined();
    expect(breakBetween(breaks, period('2022-04-13'), period('2023-04-19'))).toBeUndefined();
  });

  it('finds the one that lies between, and none that cannot be read', () => {
    const breaks = [{ periodKey: 'soon', what: 'unread' }, { periodKey: year(2015), what: 'before' }, NEW_METHOD];
    expect(breakBetween(breaks, period(year(2019)), period(year(2024)))).toMatchObject({
      what: 'a new method of estimation.',
    });
    expect(breakBetween(breaks.slice(0, 2), period(year(2019)), period(year(2024)))).toBeUndefined();
  });
});

describe('a break of the series', () => {
  const target = (baseline: number, change: Partial<TargetToJudge> = {}): TargetToJudge => ({
    direction: 1,
    rule: { kind: 'level', value: 60 },
    baseline: { periodKey: year(baseline) },
    decides: { periodKey: year(2029), releaseExpected: '2030-06-30' },
    series: [point(2017, 20), point(2018, 20), point(2019, 50), point(2022, 52), point(2023, 54), point(2024, 56)],
    unit: '%',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'Employment rate',
    areaName: 'England',
    breaks: [NEW_METHOD],
    ...change,
  });

  it('between baseline and latest figure leaves nothing to compare', () => {
    const found = judgeTarget(target(2019), '2026-06-26');
    expect(found).toMatchObject({
      verdict: 'target-not-comparable',
      method: 'none',
      inputs: ['cell 2019', 'cell 2024'],
      sentence:
        'Employment rate for 2024 cannot be compared with the baseline, 2019: from 2022 the series stands on another footing ' +
        '(a new method of estimation).',
    });
  });

  it.each<[number, string, Verdict]>([
    [2022, '2026-06-26', 'on-track'], // the baseline is the first on the new footing
    [2023, '2026-06-26', 'on-track'],
    [2017, '2020-06-26', 'on-track'], // 50 in 2019, before anything broke
    [2024, '2026-06-26', 'too-early'], // the guard for figures comes first
  ])('with a baseline of %d, judged on %s, is %s', (baseline, asOf, verdict) => {
    expect(judgeTarget(target(baseline), asOf).verdict).toBe(verdict);
  });

  it('leaves no alternative baseline on the other footing', () => {
    const labels = (of: TargetToJudge) =>
      judgeTarget(of, '2026-06-26').components.alternatives?.map(({ label }) => label);
    expect(labels(target(2023))).toEqual(['2022']);
    expect(labels(target(2022))).toEqual([]);
    expect(labels(target(2023, { breaks: [] }))).toEqual(['2022', 'the mean of 2018, 2019 and 2022']);
  });

  it('leaves σ of a hold to the figures on its own footing', () => {
    // 52 and 54 alone are too few, so the error of the baseline, 0.1/√12; with those before it is that
    // of 20, 20, 50, 52, 54: mean 39.2, √((2·19.2² + 10.8² + 12.8² + 14.8²)/4) = √309.2
    const hold = {
      rule: { kind: 'level' as const, value: 54 },
      series: target(2023).series.map((one) => (one.period.middle > 2024 ? { ...one, value: 53 } : one)),
    };
    expect(judgeTarget(target(2023, hold), '2026-06-26').components.sigma).toBeCloseTo(0.1 / Math.sqrt(12), 9);
    expect(judgeTarget(target(2023, { ...hold, breaks: [] }), '2026-06-26').components.sigma).toBeCloseTo(17.5841, 4);
  });
});

describe('the first period of a standard', () => {
  it('is marked as a baseline', () => {
    const target: TargetToJudge = {
      direction: 1,
      rule: { kind: 'direction' },
      baseline: { periodKey: year(2019) },
      decides: { periodKey: year(2029), releaseExpected: '2030-06-30' },
      series: [point(2019, 50), point(2024, 56)],
      unit: '%',
      decimals: 1,
      roundingUnit: 0.1,
      metricName: 'Pupils at the standard',
      areaName: 'England',
      firstPeriodsOfStandard: [year(2019)],
    };
    const remark = 'The baseline, 2019, is the first period of a standard, which is seldom like those that follow.';
    expect(judgeTarget(target, '2026-06-26').reasons).toContain(remark);
    expect(judgeTarget({ ...target, firstPeriodsOfStandard: [year(2018)] }, '2026-06-26').reasons).not.toContain(
      remark,
    );
  });
});
