import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { judgeAreaCoverage } from './area-coverage.js';
import type { AreaSeries, SeriesPoint, TargetRule, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function points(code: string, figures: Record<number, number>, provisional = false): SeriesPoint[] {
  return Object.entries(figures).flatMap(([year, value]) => {
    const period = parsePeriod(`${year}-01-01/P1Y`);
    return period
      ? [{ key: `${code} ${year}`, period, value, lower: value - 0.98, upper: value + 0.98, provisional }]
      : [];
  });
}

/** As many areas as there are changes, from 50 in 2019 to 50 + change in `latest`; se of each change 0.5·√2 = 0.7071. */
function areasWith(changes: readonly number[], latest = 2024, provisional = false): AreaSeries[] {
  return changes.map((change, index) => {
    const code = `E${index}`;
    return { code, name: code, series: points(code, { 2019: 50, [latest]: 50 + change }, provisional) };
  });
}

function target(
  list: readonly AreaSeries[],
  expected: number,
  rule: TargetRule = { kind: 'every-area', change: 'better' },
): TargetToJudge {
  return {
    direction: 1,
    rule,
    baseline: { periodKey: '2019-01-01/P1Y' },
    decides: { periodKey: '2029-01-01/P1Y', releaseExpected: '2030-06-30' },
    series: [],
    areas: { expected, list },
    unit: '%',
    decimals: 1,
    roundingUnit: 0.1,
    metricName: 'Employment rate',
    areaName: 'United Kingdom',
  };
}

const many = (count: number, change: number): number[] => Array.from({ length: count }, () => change);

describe('judgeAreaCoverage', () => {
  it.each<[number, number, boolean, string]>([
    [40, 361, false, 'no data (40 of 361)'],
    [342, 361, false, 'no data (342 of 361)'], // 94.7 %
    [343, 361, true, '343 of 361 areas'], // 95.01 %
    [19, 20, true, '19 of 20 areas'], // 95 % exactly
    [361, 361, true, '361 of 361 areas'],
    [0, 0, false, 'no data (0 of 0)'],
  ])('%d of %d', (usable, expected, enough, words) => {
    expect(judgeAreaCoverage(usable, expected)).toEqual({ usable, expected, enough, words });
  });
});

describe('a rule over areas', () => {
  it('answers no data (n of all) where too few areas can be used', () => {
    const list = [...areasWith(many(38, 5)), { code: 'x', name: 'x', series: points('x', { 2019: 50 }) }];
    const found = judgeTarget(target(list, 361), '2026-06-26');
    expect(found).toMatchObject({ verdict: 'no-data', components: { areas: { usable: 38, expected: 361 } } });
    expect(found.sentence).toBe(
      'No data (38 of 361): 38 of the 361 areas have a figure for the baseline and a later one for employment rate in the United Kingdom, and at least 95% must.',
    );
    expect(judgeTarget({ ...target([], 0), areas: undefined }, '2026-06-26').verdict).toBe('no-data');
  });

  it.each<[string, number[], Verdict, [number, number, number]]>([
    // z = 5/0.7071 = 7: each shown, share 1
    ['all shown to have risen', many(20, 5), 'on-track', [20, 0, 0]],
    // z = −7 for one: shown to have fallen
    ['one shown to have fallen', [...many(19, 5), -5], 'off-track', [19, 1, 0]],
    // z 0.14: nothing shown; shrunk to a pooled 0.1 with se 0.158: Φ(0.63) = 0.74 that all rose, 0.26 that none did
    ['too little to show anything', many(20, 0.1), 'cannot-tell-yet', [0, 0, 20]],
    // z −0.71, p 0.48: nothing shown; pooled −0.5 with se 0.158: Φ(−3.16) = 0.0008, upper 0.0008 + 1.645·√0.0008 = 0.047
    ['a fall that only shows in all together', many(20, -0.5), 'off-track', [0, 0, 20]],
    // pooled 0.3, Φ(1.90) = 0.97 that all rose; margin 1.645·√(0.97·0.03) = 0.28: 0.69 to 1
    ['a share over 95% that may still be under', many(20, 0.3), 'cannot-tell-yet', [0, 0, 20]],
    // pooled 0.7, Φ(4.43): all rose
    ['a rise that only shows in all together', many(20, 0.7), 'on-track', [0, 0, 20]],
  ])('%s', (_, changes, verdict, [risen, fallen, cannotTell]) => {
    const found = judgeTarget(target(areasWith(changes), 20), '2026-06-26');
    expect(found).toMatchObject({
      verdict,
      method: 'every-area',
      components: { areas: { usable: 20, expected: 20, risen, fallen, cannotTell } },
    });
    expect(found.inputs).toHaveLength(40);
  });

  it.each<[string, number, boolean, string, number[], Verdict]>([
    ['kept', 2029, false, '2030-07-01', many(20, 5), 'achieved'],
    ['broken', 2029, false, '2030-07-01', [...many(19, 5), -5], 'missed'],
    ['kept, provisionally', 2029, true, '2030-07-01', many(20, 5), 'on-track'],
    ['without its figures', 2028, false, '2030-07-01', many(20, 5), 'awaiting-figures'],
  ])('at the target date: %s', (_, latest, provisional, asOf, changes, verdict) => {
    expect(judgeTarget(target(areasWith(changes, latest, provisional), 20), asOf).verdict).toBe(verdict);
  });

  it('takes the latest period that has enough areas', () => {
    const list = areasWith(many(20, 5)).map((area, index) =>
      index < 3 ? { ...area, series: [...area.series, ...points(area.code, { 2025: 30 })] } : area,
    );
    expect(judgeTarget(target(list, 20), '2026-06-26').verdict).toBe('on-track');
  });

  it('says so where only some areas have no interval', () => {
    const list = areasWith(many(20, 5)).map((area, index) =>
      index < 3 ? { ...area, series: area.series.map(({ lower: _, upper: __, ...point }) => point) } : area,
    );
    expect(judgeTarget(target(list, 20), '2026-06-26').reasons).toEqual([
      'For 3 of the 20 areas no interval is published that is wider than the error of rounding, so only that is allowed for.',
      'No populations are loaded, so shares are of areas and not of people.',
    ]);
    const bare = areasWith(many(20, 5)).map((area) => ({ ...area, series: area.series.map(({ lower: _, upper: __, ...point }) => point) }));
    expect(judgeTarget(target(bare, 20), '2026-06-26').reasons[0]).toBe(
      'The producer publishes no interval for these figures, so only the error of rounding is allowed for.',
    );
  });

  it('says the shares of the people where populations are loaded', () => {
    // nineteen rise and one falls; areas 0 to 18 have 1,000 people each, the last 1,000 of 20,000
    const list = areasWith([...many(19, 5), -5]).map((area) => ({ ...area, people: 1000 }));
    const found = judgeTarget(target(list, 20), '2026-06-26');
    expect(found.components.areas).toMatchObject({ shareOfPeople: 1, peopleRisen: 0.95, peopleFallen: 0.05, peopleCannotTell: 0 });
    expect(found.reasons).toEqual([]);
    expect(found.sentence).toMatch(
      /^In 2024, for employment rate in the United Kingdom, of the 20 areas with figures \(20 expected, home to 100% of the people\) 19 \(95% of the people\) are shown to have got better since 2019, 1 \(5% of the people\) to have got worse, and for 0 \(0% of the people\) it cannot be told;/,
    );
    // an area without a later figure has people all the same: 19 of 20
    const without = list.map((area, index) => (index === 0 ? { ...area, series: area.series.slice(0, 1) } : area));
    expect(judgeTarget(target(without, 20), '2026-06-26').components.areas).toMatchObject({ usable: 19, shareOfPeople: 0.95 });
    expect(judgeTarget(target(list, 21), '2026-06-26').reasons).toEqual([
      'Shares of people leave out the 1 of 21 areas that have no figure at all, whose populations are not at hand.',
    ]);
    const some = list.map((area, index) => (index === 3 ? { ...area, people: 0 } : area));
    const part = judgeTarget(target(some, 20), '2026-06-26');
    expect(part.components.areas).not.toHaveProperty('shareOfPeople');
    expect(part.reasons).toEqual(['Populations are loaded for 19 of the 20 areas only, so shares are of areas and not of people.']);
  });

  it('is too early before the first figures are due, and without data after', () => {
    // the deciding figure comes 546 days after its period (31 December 2029 to 30 June 2030 is 181): 31 December 2020 + 181
    const list = areasWith(many(20, 5)).map((area) => ({ ...area, series: area.series.slice(0, 1) }));
    const early = judgeTarget(target(list, 20), '2021-06-29');
    expect(early.verdict).toBe('too-early');
    expect(early.sentence).toBe(
      'It is too early to judge employment rate in the United Kingdom: the first figures after the baseline, 2019, are due on 30 June 2021.',
    );
    expect(judgeTarget(target(list, 20), '2021-07-01').verdict).toBe('no-data');
    expect(judgeTarget(target(list, 40), '2021-06-29').verdict).toBe('no-data');
  });

  it('is judged by the period that decides, however many follow', () => {
    const list = areasWith(many(20, 5), 2029).map((area) => ({ ...area, series: [...area.series, ...points(area.code, { 2030: 10 })] }));
    expect(judgeTarget(target(list, 20), '2031-06-26').verdict).toBe('achieved');
  });

  it('says when it depends on the baseline', () => {
    // risen by 5 since 2019, but fallen by 5 since 2018 and the three years to it
    const list = areasWith(many(20, 5)).map((area) => ({ ...area, series: [...points(area.code, { 2016: 60, 2017: 60, 2018: 60 }), ...area.series] }));
    const found = judgeTarget(target(list, 20), '2026-06-26');
    expect(found).toMatchObject({ verdict: 'on-track', components: { dependsOnBaseline: true } });
    expect(found.components.alternatives).toEqual([
      { label: '2018', baselineValue: 60, verdict: 'off-track' },
      { label: 'the mean of 2016, 2017 and 2018', baselineValue: 60, verdict: 'off-track' },
    ]);
    expect(found.sentence).toMatch(/ The verdict depends on the baseline: measured from 2018 it would be “off track” and from the mean of 2016, 2017 and 2018/);
    const shocked = judgeTarget({ ...target(list, 20), shockYears: [2018], firstPeriodsOfStandard: ['2016-01-01/P1Y'] }, '2026-06-26');
    expect(shocked.components.alternatives?.map(({ label }) => label)).toEqual(['2017']);
    const broken = judgeTarget({ ...target(list, 20), breaks: [{ periodKey: '2019-01-01/P1Y', what: 'new survey' }] }, '2026-06-26');
    expect(broken.components.alternatives).toEqual([]);
  });

  it('says a share under 1% and a count of one in plain English', () => {
    const found = judgeTarget(target(areasWith([5, ...many(19, -9)]), 20), '2026-06-26');
    expect(found.sentence).toMatch(/1 is shown to have got better since 2019, 19 to have got worse/);
    const none = judgeTarget(target(areasWith(many(20, -9)), 20), '2026-06-26');
    expect(none.sentence).toMatch(/20 to have got worse.*asks for every one, and those that have got worse break it\.$/);
  });

  // the shares are those of the table above: 0.0008 with 0.047 above; 0.9711 − 1.645·√(0.9711·0.0289) = 0.6955; 1
  it.each<[string, number[], string]>([
    ['a fall that only shows in all together', many(20, -0.5), 'taken together, under 1% are likely to have got better (at most 5%), and at least 95% must.'],
    ['a share that may still be under', many(20, 0.3), 'taken together, about 97% are likely to have got better (between 70% and 100%), and at least 95% must.'],
    ['all', many(20, 5), 'taken together, about 100% are likely to have got better (at least 100%), and 95% must.'],
  ])('says what the verdict hangs on: %s', (_, changes, ending) => {
    expect(judgeTarget(target(areasWith(changes), 20), '2026-06-26').sentence.split('; ').at(-1)).toBe(ending);
  });

  // ninety-nine have risen by some 1.2 with a standard error of 1: the hundredth says nothing of them, however far it shoots up
  it.each([1.2, 10, 30, 45, 1000])('is no worse for one area that rises by %d', (last) => {
    const rises = Array.from({ length: 99 }, (_, at) => 1.2 + 0.1 * Math.sin(at));
    expect(judgeTarget(target(areasWith([...rises, last]), 100), '2026-06-26').verdict).toBe('on-track');
  });

  it('says it in a sentence', () => {
    const found = judgeTarget(target(areasWith([...many(19, 5), -5]), 20), '2026-06-26');
    expect(found.sentence).toMatch(
      /^In 2024, for employment rate in the United Kingdom, of the 20 areas with figures \(20 expected\) 19 are shown to have got better since 2019, 1 to have got worse, and for 0 it cannot be told; the target asks for every one, and the one that has got worse breaks it\.$/,
    );
  });
});
