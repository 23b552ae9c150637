import { describe, expect, it } from '@jest/globals';
import { AREAS_AS_OF, areasOf, overAreas, WORST } from './area-cases.js';
import type { ComputedJudgement } from './computed-judgement.js';
import type { AreaSeries, GroupChange, TargetRule, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

const YEARS = [2015, 2016, 2017, 2018, 2019, 2024];

/** A0 to A9 at 50 to 59 until 2019: A0 and A1 are the worst fifth, their mean 50.5. */
function ten(changes: readonly number[], years: readonly number[] = YEARS): AreaSeries[] {
  return areasOf(years, changes.map((change, index) => years.map((_, at) => 50 + index + (at === years.length - 1 ? change : 0))));
}

function judged(change: GroupChange, list: readonly AreaSeries[], more: Partial<TargetToJudge> = {}, kind: 'worst-areas' | 'top-areas' = 'worst-areas'): ComputedJudgement {
  const rule: TargetRule = { kind, group: WORST, change };
  return judgeTarget(overAreas(rule, list, more), AREAS_AS_OF);
}

const by = (...worst: number[]): number[] => [...worst, 0, 0, 0, 0, 0, 0, 0, 0].slice(0, 10);

describe('the mean of the worst areas', () => {
  it.each<[string, GroupChange, number[], Verdict]>([
    // asked 54.5 by 2029, 52.5 by 2024; se of the mean 0.5·√2/2 = 0.354
    ['on its path', { kind: 'change-by', amount: 4 }, by(3, 4), 'on-track'],
    ['behind it', { kind: 'change-by', amount: 4 }, by(0, 0.2), 'off-track'],
    ['there', { kind: 'change-by', amount: 4 }, by(4, 4), 'at-target'],
    // 1.98·… : 10 % of 50.5 is 5.05, so 2.5 by now
    ['in percent', { kind: 'change-by-percent', percent: 10 }, by(4, 4), 'on-track'],
    ['to a level', { kind: 'level', value: 54 }, by(0, 0), 'off-track'],
    ['wrong way', { kind: 'level', value: 54 }, by(-3, -3), 'deteriorating'],
  ])('%s', (_, change, changes, verdict) => {
    expect(judged(change, ten(changes))).toMatchObject({ verdict, method: 'worst-areas' });
  });

  it('is a target like any other, with its group beside', () => {
    // the mean is exactly on the path: se_dev = 0.3536·√(1 + 0.25)/4 = 0.0988; Φ(0.05/0.0988) = 0.694
    const found = judged({ kind: 'change-by', amount: 4 }, ten(by(1, 3)));
    expect(found.components.deviation).toBeCloseTo(0, 9);
    expect(found.components.chances?.onTrack).toBeCloseTo(0.694, 2);
    expect(found.components.areaFindings).toMatchObject({
      group: { size: 2, of: 10, members: ['A0', 'A1'], chosenBy: ['2016', '2017', '2018'] },
      groupMeans: { baseline: 50.5, latest: 52.5 },
      groupOneYearEarlier: { verdict: 'cannot-tell-yet', members: ['A0', 'A1'] },
    });
    // rounding of 0.1 lies far below: √(2·0.25)/2 and the rounding that a combined figure keeps
    expect(found.components.areaFindings?.groupMeans?.standardError).toBeCloseTo(0.3536, 2);
    expect(found.components.areas).toEqual({ usable: 10, expected: 10 });
    expect(found.sentence).toMatch(
      /^In 2024, employment rate in the worst fifth \(2 of 10\) of the local authorities of the UK stood at 52\.5%; the straight path from 50\.5% in 2019 to 54\.5% in 2029 needed 52\.5% by then/,
    );
    expect(found.reasons).toContain(
      'The group are the 2 areas of 10 that were worst by the mean of 2016, 2017 and 2018, before the baseline; it stays the same, and each area counts the same.',
    );
    // ten areas in the years that chose (2015 for the check) and two in the two that are compared
    expect(found.inputs).toHaveLength(44);
    // no baseline before 2019 is tried: those years have chosen the group
    expect(found.components.alternatives).toEqual([]);
    expect(found.causeHints).toMatchObject({ areaName: 'the local authorities of the UK', baselineKey: '2019-01-01/P1Y' });
    expect(found.causeHints.rule).toMatch(/worst-areas/);
  });

  it('never chooses by the baseline', () => {
    // A9 has a bad year in 2019, and is none of the worst
    const list = ten(by(4, 4)).map((area) => (area.code === 'A9' ? { ...area, series: area.series.map((point) => (point.period.label === '2019' ? { ...point, value: 10 } : point)) } : area));
    expect(judged({ kind: 'level', value: 54 }, list).components.areaFindings?.group?.members).toEqual(['A0', 'A1']);
  });

  it('chooses the highest where lower is better', () => {
    expect(judged({ kind: 'level', value: 54 }, ten(by(4, 4)), { direction: -1 }).components.areaFindings?.group?.members).toEqual(['A8', 'A9']);
  });

  it('says so where the group of a year earlier would have another verdict', () => {
    // in 2015 A9 was far below all others, so the three years from 2015 choose it
    const list = ten(by(3, 4)).map((area) => (area.code === 'A9' ? { ...area, series: area.series.map((point) => (point.period.label === '2015' ? { ...point, value: 1 } : point)) } : area));
    const found = judged({ kind: 'change-by', amount: 4 }, list);
    expect(found.components.areaFindings?.groupOneYearEarlier?.members).toEqual(['A0', 'A9']);
    expect(found.sentence).toMatch(/ The verdict depends on the group: with the areas chosen a year earlier it would be “[a-z ]+”\.$/);
  });

  it('cannot tell of a year earlier where there are none', () => {
    const found = judged({ kind: 'change-by', amount: 4 }, ten(by(3, 4), YEARS.slice(1)));
    expect(found.verdict).toBe('on-track');
    expect(found.reasons.at(-1)).toMatch(/^Whether the verdict holds for the areas as chosen a year earlier cannot be told/);
  });

  it('says which years are missing', () => {
    const found = judged({ kind: 'change-by', amount: 4 }, ten(by(3, 4), [2018, 2019, 2024]));
    expect(found).toMatchObject({ verdict: 'no-data', method: 'none', causeHints: { dataGap: 'missing' } });
    expect(found.sentence).toBe(
      'The worst fifth of the areas must be chosen by the mean of the 3 periods before the baseline, 2019, and never by the baseline itself, but too few areas have figures for them: 2016 (0 of 10), 2017 (0 of 10) and 2018 (10 of 10).',
    );
  });

  it('chooses by the first period of a standard too, and by nothing from before a break', () => {
    const list = ten(by(4, 4), [2016, 2017, 2018, 2019, 2024]);
    const standard = { firstPeriodsOfStandard: ['2016-01-01/P1Y'], breaks: [{ periodKey: '2016-01-01/P1Y', what: 'new tests' }] };
    expect(judged({ kind: 'level', value: 54 }, list, standard).components.areaFindings?.group?.chosenBy).toEqual(['2016', '2017', '2018']);
    const later = { firstPeriodsOfStandard: ['2017-01-01/P1Y'], breaks: [{ periodKey: '2017-01-01/P1Y', what: 'new tests' }] };
    expect(judged({ kind: 'level', value: 54 }, list, later).verdict).toBe('no-data');
  });

  it('leaves out shock years', () => {
    const found = judged({ kind: 'change-by', amount: 4 }, ten(by(3, 4)), { shockYears: [2018] });
    expect(found.components.areaFindings?.group?.chosenBy).toEqual(['2015', '2016', '2017']);
  });

  it('weighs by people beside', () => {
    const list = ten(by(1, 3)).map((area, index) => ({ ...area, people: index === 0 ? 3000 : 1000 }));
    // (3·50 + 51)/4 and (3·51 + 54)/4
    expect(judged({ kind: 'change-by', amount: 4 }, list).components.areaFindings?.groupMeansByPeople).toMatchObject({ baseline: 50.25, latest: 51.75 });
  });

  it('needs its members at both ends', () => {
    const list = [...Array(40).keys()].map((index) => areasOf(YEARS, [YEARS.map(() => 50 + index)])[0]).flatMap((area, index) => (area ? [{ ...area, code: `B${String(index).padStart(2, '0')}` }] : []));
    const without = list.map((area, index) => (index === 0 ? { ...area, series: area.series.slice(0, -1) } : area));
    expect(judged({ kind: 'level', value: 90 }, list).verdict).toBe('off-track');
    // 39 of 40 areas are enough, 7 of the 8 worst are not
    expect(judged({ kind: 'level', value: 90 }, without)).toMatchObject({
      verdict: 'no-data',
      sentence: 'Of the 8 areas of the group only 7 have figures for both 2019 and 2024.',
    });
  });
});

describe('the top areas', () => {
  it('are a target like any other', () => {
    const found = judged({ kind: 'change-by', amount: 4 }, ten([0, 0, 0, 0, 0, 0, 0, 0, 3, 4]), {}, 'top-areas');
    expect(found).toMatchObject({ verdict: 'on-track', method: 'top-areas', components: { areaFindings: { group: { members: ['A8', 'A9'] } } } });
    expect(found.sentence).toMatch(/in the top fifth \(2 of 10\) of the local authorities of the UK/);
  });
});

describe('improve most', () => {
  const most: GroupChange = { kind: 'improve-most' };

  it.each<[string, number[], Verdict]>([
    // measurement: 2·¼·0.5 + 8·1/64·0.5 = 0.3125; of the areas (0.25 + 0.25)/2 = 0.25: se 0.559; 3/0.559 = 5.4
    ['shown to be faster', by(2.5, 3.5), 'on-track'],
    ['shown to be slower', by(-2.5, -3.5), 'off-track'],
    ['not shown', by(0.5, 1.5), 'no-detectable-change'],
  ])('%s', (_, changes, verdict) => {
    expect(judged(most, ten(changes))).toMatchObject({ verdict, method: 'worst-areas' });
  });

  it('says it in a sentence', () => {
    const found = judged(most, ten(by(2.5, 3.5)));
    expect(found.components.change).toBeCloseTo(3, 9);
    expect(found.components.changeStandardError).toBeCloseTo(Math.sqrt(0.3125), 9);
    expect(found.sentence).toBe(
      'In 2024, employment rate in the worst fifth (2 of 10) of the local authorities of the UK had improved by +3.0 percentage points since 2019, and in the others by +0.0 percentage points (positive is better): a difference of 3.0 percentage points, give or take 1.1 percentage points, so the group is shown to improve faster.',
    );
    expect(found.components.areaFindings).toMatchObject({ areas: 10, group: { members: ['A0', 'A1'] } });
  });

  it.each<[string, number[], Partial<TargetToJudge>, string]>([
    // −3 against 0
    ['slower', by(-2.5, -3.5), {}, 'had improved by −3.0 percentage points since 2019, and in the others by +0.0 percentage points (positive is better): a difference of 3.0 percentage points, give or take 1.1 percentage points, so the group is shown to improve more slowly.'],
    ['not shown, faster', by(0.5, 1.5), {}, 'a difference of 1.0 percentage points, give or take 1.1 percentage points, so it is not shown that the group improves faster.'],
    ['not shown, slower', by(-0.5, -1.5), {}, 'a difference of 1.0 percentage points, give or take 1.1 percentage points, so it is not shown that the group improves slower.'],
    ['held off track', by(-0.4, -0.6), { previousVerdict: 'off-track' }, 'so it is still more likely slower than not.'],
  ])('says it in a sentence: %s', (_, changes, change, end) => {
    expect(judged(most, ten(changes), change).sentence.endsWith(end)).toBe(true);
  });

  it('compares with the areas that could be ranked alone', () => {
    // A10 has no years before the baseline, so a leap of it is nobody's
    const leap = areasOf([2019, 2024], [[60, 90]]).map((area) => ({ ...area, code: 'A10', name: 'A10' }));
    const list = [...ten(by(2.5, 3.5)), ...leap];
    expect(judged(most, list, { areas: { expected: 10, list } }).components.change).toBeCloseTo(3, 9);
  });

  it('is not final while a figure is provisional', () => {
    const rule: TargetRule = { kind: 'worst-areas', group: WORST, change: most };
    const list = ten(by(2.5, 3.5), [2016, 2017, 2018, 2019, 2029]);
    const one = list.map((area, index) => (index === 9 ? { ...area, series: area.series.map((point) => ({ ...point, provisional: true })) } : area));
    expect(judgeTarget(overAreas(rule, one), '2030-07-01').verdict).toBe('on-track');
  });

  it('counts a fall as an improvement where lower is better', () => {
    expect(judged(most, ten([0, 0, 0, 0, 0, 0, 0, 0, -2.5, -3.5]), { direction: -1 }).verdict).toBe('on-track');
  });

  it('stays off track while slower is more likely than not', () => {
    const found = judged(most, ten(by(-0.4, -0.6)), { previousVerdict: 'off-track' });
    expect(found).toMatchObject({ verdict: 'off-track', causeHints: { heldOffTrack: true } });
    expect(judged(most, ten(by(0.4, 0.6)), { previousVerdict: 'off-track' }).verdict).toBe('no-detectable-change');
  });

  it.each<[string, number[], string, Verdict]>([
    ['kept', by(2.5, 3.5), '2030-07-01', 'achieved'],
    ['not kept', by(-2.5, -3.5), '2030-07-01', 'missed'],
  ])('at the end: %s', (_, changes, asOf, verdict) => {
    const rule: TargetRule = { kind: 'worst-areas', group: WORST, change: most };
    expect(judgeTarget(overAreas(rule, ten(changes, [2016, 2017, 2018, 2019, 2029])), asOf).verdict).toBe(verdict);
    const early = judgeTarget(overAreas(rule, ten(changes)), asOf);
    expect(early).toMatchObject({ verdict: 'awaiting-figures', countsAs: verdict === 'achieved' ? 'on-track' : 'off-track' });
  });
});
