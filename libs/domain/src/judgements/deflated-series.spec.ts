import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { comparableTarget } from './comparable-target.js';
import { deflatedSeries } from './deflated-series.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';

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

describe('money', () => {
  const deflator = [point(START, 80, undefined, 'index'), point(LATEST, 100, undefined, 'index')];
  const pay = (change: Partial<TargetToJudge> = {}): TargetToJudge =>
    target({
      series: [point(START, 500), point(LATEST, 600)],
      unit: '£',
      decimals: 0,
      roundingUnit: 1,
      metricName: 'Median pay',
      ...change,
    });

  it('of the day carries a warning', () => {
    const bare = judgeTarget(pay({ money: { basis: 'nominal' } }), TODAY);
    expect(bare.verdict).toBe('on-track');
    expect(bare.reasons).toContain(
      'The figures are in money of the day; no deflator is loaded, so a rise may be prices alone.',
    );
    const loaded = judgeTarget(pay({ money: { basis: 'nominal', deflator } }), TODAY);
    expect(loaded.reasons).toContain('The figures are in money of the day, so a rise may be prices alone.');
    expect(judgeTarget(pay({ money: { basis: 'real' } }), TODAY).reasons.join(' ')).not.toContain('money of the day');
    expect(judgeTarget(pay({ money: { basis: 'nominal' }, series: [] }), TODAY).reasons).toEqual([]);
  });

  it('is refused where constant prices are wanted and no deflator is loaded', () => {
    const found = judgeTarget(pay({ money: { basis: 'nominal', wanted: 'real' } }), TODAY);
    expect(found).toMatchObject({
      verdict: 'target-not-comparable',
      sentence:
        'The published series, Median pay, cannot be compared with the target: it asks for constant prices, the figures are in ' +
        'money of the day, and no deflator is loaded.',
    });
    expect(judgeTarget(pay({ money: { basis: 'real', wanted: 'real' } }), TODAY).verdict).toBe('on-track');
    const areas = pay({
      rule: { kind: 'every-area' },
      series: [],
      areas: { expected: 1, list: [] },
      money: { basis: 'nominal', wanted: 'real' },
    });
    expect(judgeTarget(areas, TODAY).verdict).toBe('target-not-comparable');
  });

  it('is judged in the prices of the baseline', () => {
    // 600·80/100 = 480 of 500: a rise of prices alone
    const found = judgeTarget(pay({ money: { basis: 'nominal', wanted: 'real', deflator } }), TODAY);
    expect(found.verdict).toBe('off-track');
    expect(found.sentence).toBe(
      'In 2024, median pay at 2019 prices in the North East stood at £480, worse than £500 in 2019 by more than its rounding error.',
    );
    expect(found.inputs).toEqual([`own ${START}`, `index ${START}`, `own ${LATEST}`, `index ${LATEST}`]);
    // rounding of £1 weighs 0.8
    expect(found.components.latest?.standardError).toBeCloseTo(0.8 / Math.sqrt(12), 9);
    expect(found.reasons.join(' ')).not.toContain('money of the day');
  });

  it('is deflated in every area of a rule over areas', () => {
    const list = [{ code: 'E1', name: 'One', series: [point(LATEST, 600)] }];
    const found = comparableTarget(
      pay({
        rule: { kind: 'every-area' },
        series: [],
        areas: { expected: 1, list },
        money: { basis: 'nominal', wanted: 'real', deflator },
      }),
    );
    expect('target' in found && found.target.areas?.list[0]?.series[0]?.value).toBe(480);
  });

  it('is refused where the deflator does not reach the baseline', () => {
    const money = { basis: 'nominal' as const, wanted: 'real' as const, deflator: [point(LATEST, 100)] };
    expect(judgeTarget(pay({ money }), TODAY).sentence).toMatch(
      /: the deflator has no figure for the baseline, 2019\.$/,
    );
  });

  it('is not deflated for a baseline that cannot be read', () => {
    const money = { basis: 'nominal' as const, wanted: 'real' as const, deflator };
    expect(judgeTarget(pay({ money, baseline: { periodKey: 'soon' } }), TODAY).verdict).toBe('no-data');
  });
});

describe('deflatedSeries', () => {
  const base = parsePeriod(START);
  if (!base) throw new Error(START);
  const published = { roundingUnit: 1 };

  it('leaves out figures without an index, or with one that is none', () => {
    const series = [START, '2020-01-01/P1Y', '2021-01-01/P1Y', '2022-01-01/P1Y', LATEST].map((period) =>
      point(period, 100),
    );
    const index = [
      point(START, 50),
      point('2020-01-01/P1Y', 0),
      point('2021-01-01/P1Y', -5),
      point('2022-01-01/P1Y', Number.NaN),
      point(LATEST, 200),
    ];
    expect(deflatedSeries(series, index, base, published)?.map(({ value }) => value)).toEqual([100, 25]);
    expect(deflatedSeries(series, index.slice(1), base, published)).toBeUndefined();
  });

  it('keeps the published error, in the same prices', () => {
    const [found] =
      deflatedSeries([point(LATEST, 600, 10)], [point(START, 80), point(LATEST, 100)], base, published) ?? [];
    expect(found?.combinedError).toEqual({ se: expect.closeTo(8, 9), roundings: 0 });
    const early = [{ ...point(LATEST, 600), provisional: true }];
    expect(deflatedSeries(early, [point(START, 80), point(LATEST, 100)], base, published)?.[0]?.provisional).toBe(true);
  });

  it('takes for a day the index of the shortest period that holds it', () => {
    // April 2024 lies in 2024 (125) and in the decade (999), not in May: 600·100/125
    const index = [
      point(START, 100),
      point('2020-01-01/P10Y', 999),
      point('2024-01-01/P1Y', 125),
      point('2024-05-01/P1M', 1),
    ];
    expect(deflatedSeries([point('2024-04-17', 600)], index, base, published)?.[0]?.value).toBe(480);
  });
});
