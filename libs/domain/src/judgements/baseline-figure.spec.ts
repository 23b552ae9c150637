import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { baselineOf, covarianceWith, measured } from './baseline-figure.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';

function point(period: string, value: number, halfWidth?: number): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  const interval = halfWidth === undefined ? {} : { lower: value - halfWidth, upper: value + halfWidth };
  return { key: `${period} cell`, period: parsed, value, ...interval };
}

/** 50 in 2019 to 60 in 2029, each figure ± 0.98, so se 0.5. */
function halfway(value: number, change: Partial<TargetToJudge> = {}): TargetToJudge {
  return {
    direction: 1,
    rule: { kind: 'level', value: 60 },
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

describe('the baseline', () => {
  // 2018: 45, 2017: 45, 2016: 48 before the 50 of 2019; latest 52.5, off track from 2019
  const before = [
    point('2016-01-01/P1Y', 48, 0.98),
    point('2017-01-01/P1Y', 45, 0.98),
    point('2018-01-01/P1Y', 45, 0.98),
  ];
  const target = halfway(52.5);

  it('is doubted where another gives another verdict', () => {
    // from 45 in 2018.5 to 60 in 2029.5: path 45 + 15·6/11 = 53.18; dev −0.682/15 = −0.0455;
    // se √(0.25 + 0.25·(5/11)²)/15 = 0.0366: on Φ(0.124) = 0.549, off under 0.001, middle 0.451: cannot tell
    // mean 46 at 2017.5, to 2029.5: path 46 + 14·7/12 = 54.167; dev −1.667/14 = −0.119;
    // se_0 0.5/√3 = 0.2887; √(0.25 + 0.08333·(5/12)²)/14 = 0.0367: middle Φ(1.88) − Φ(−2.21) = 0.956: slipping
    const found = judgeTarget({ ...target, series: [...before, ...target.series] }, TODAY);
    expect(found.verdict).toBe('off-track');
    expect(found.components.dependsOnBaseline).toBe(true);
    expect(found.components.alternatives?.map(({ verdict }) => verdict)).toEqual(['cannot-tell-yet', 'slipping']);
    expect(found.sentence).toMatch(
      / The verdict depends on the baseline: measured from 2018 it would be “cannot tell yet” and from the mean of 2016, 2017 and 2018 it would be “slipping”\.$/,
    );
    expect(found.inputs).toContain('2016-01-01/P1Y cell');
  });

  it('has no alternative in a shock year or the first year of a standard, or where there are too few', () => {
    const series = [...before, ...target.series];
    const labels = (change: Partial<TargetToJudge>) =>
      judgeTarget({ ...target, series, ...change }, TODAY).components.alternatives?.map(({ label }) => label);
    expect(labels({ shockYears: [2018] })).toEqual(['2017']);
    expect(labels({ firstPeriodsOfStandard: ['2016-01-01/P1Y'] })).toEqual(['2018']);
    expect(labels({ series: target.series })).toEqual([]);
  });

  it('is marked where it touches a shock year itself', () => {
    expect(judgeTarget({ ...target, shockYears: [2019] }, TODAY).reasons.join(' ')).toContain(
      'The baseline, 2019, touches 2019',
    );
  });
});

describe('baselineOf', () => {
  const windows = (basis: 'interval' | 'rounding'): SeriesPoint[] =>
    [2014, 2015, 2016].map((year) => point(`${year}-01-01/P3Y`, year - 2000, basis === 'interval' ? 0.98 : undefined));

  it('takes the mean, its time, and its error with the years that the windows share', () => {
    // middles 2015.5, 2016.5, 2017.5; se 0.5 each; ρ 2/3, 1/3, 2/3:
    // variance 0.25·(3 + 2·(2/3 + 1/3 + 2/3))/9 = 0.25·6.3333/9 = 0.175926
    const found = baselineOf(windows('interval'), halfway(55));
    expect(found).toMatchObject({ value: 15, label: 'the mean of 2014 to 2016, 2015 to 2017 and 2016 to 2018' });
    expect(found.at).toBeCloseTo(2016.5, 9);
    expect(found.se).toBeCloseTo(Math.sqrt(0.175926), 5);
  });

  it('shares the error of overlapping windows with the latest figure, but no rounding', () => {
    // 2017 to 2019 shares nothing, one and two years with the three: (0 + 1/3 + 2/3)/3·0.25
    const latest = (width?: number) => measured(point('2017-01-01/P3Y', 20, width), halfway(55));
    expect(covarianceWith(baselineOf(windows('interval'), halfway(55)), latest(0.98))).toBeCloseTo(0.25 / 3, 9);
    expect(covarianceWith(baselineOf(windows('rounding'), halfway(55)), latest())).toBe(0);
    // three rounding errors of 0.1/√12, each on its own
    expect(baselineOf(windows('rounding'), halfway(55)).se).toBeCloseTo(0.1 / 6, 9);
  });
});
