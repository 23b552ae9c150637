import { describe, expect, it } from '@jest/globals';
import { AREAS_AS_OF, areasOf, overAreas } from './area-cases.js';
import type { ComputedJudgement } from './computed-judgement.js';
import type { AreaSeries, TargetRule, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

const YEARS = [2016, 2017, 2018, 2019, 2024];
const TOP: TargetRule = { kind: 'gap', measure: 'top-against-rest' };
const VARIANCE: TargetRule = { kind: 'gap', measure: 'variance-between-areas' };

/** A0 to A9 at 50 to 59 until 2019, so A8 and A9 are the top fifth: 58.5 against 53.5, a gap of 5. */
function ten(changes: readonly number[], more: (index: number) => Partial<AreaSeries> = () => ({})): AreaSeries[] {
  return areasOf(YEARS, changes.map((change, index) => [50, 50, 50, 50, 50 + change].map((value) => value + index)), more);
}

function judged(rule: TargetRule, list: readonly AreaSeries[], change: Partial<TargetToJudge> = {}, asOf = AREAS_AS_OF): ComputedJudgement {
  return judgeTarget(overAreas(rule, list, change), asOf);
}

/** The rest by 2 in the mean (1, 3, 1, 3, …), the top by −0.5 and 0.5: the gap goes from 5 to 3. */
const CLOSING = [1, 3, 1, 3, 1, 3, 1, 3, -0.5, 0.5];

describe('the gap between the top fifth and the rest', () => {
  it.each<[string, number[], Verdict]>([
    // jackknife: top (0.25 + 0.25)/1/2 = 0.25, rest 8/7/8 = 0.1429: se 0.6268; −2/0.6268 = −3.19
    ['shown to be narrower', CLOSING, 'on-track'],
    // the top by 1.5 and 2.5, the rest by −0.5 and 0.5: +2, errors 0.25 + 0.25·8/7/8 = 0.2857 < 0.3125: 2/0.559 = 3.58
    ['shown to be wider', [-0.5, 0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.5, 1.5, 2.5], 'off-track'],
    // the rest by 1 in the mean (0, 2, …): −1/0.6268 = −1.6
    ['not shown to change', [0, 2, 0, 2, 0, 2, 0, 2, -0.5, 0.5], 'no-detectable-change'],
    ['the same', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'no-detectable-change'],
  ])('%s', (_, changes, verdict) => {
    expect(judged(TOP, ten(changes))).toMatchObject({ verdict, method: 'gap' });
  });

  it('carries its numbers', () => {
    const found = judged(TOP, ten(CLOSING));
    const { gap, beside, group, meanErrorVariance, areas, measure } = found.components.areaFindings ?? {};
    expect(gap?.corrected.baseline).toBeCloseTo(5, 9);
    expect(gap?.corrected.latest).toBeCloseTo(3, 9);
    // 0.25 + 1/7
    expect(gap?.corrected.standardError).toBeCloseTo(Math.sqrt(0.25 + 1 / 7), 9);
    // mean area 54.5, then 56.1
    expect(gap?.relative?.change).toBeCloseTo(3 / 56.1 - 5 / 54.5, 9);
    expect(gap?.raw).toEqual(gap?.corrected);
    // variance of 0…9 is 82.5/9, less se² 0.25
    expect(beside?.[0]?.measure).toBe('variance-between-areas');
    expect(beside?.[0]?.corrected.baseline).toBeCloseTo(82.5 / 9 - 0.25, 9);
    expect(meanErrorVariance?.baseline).toBeCloseTo(0.25, 9);
    expect({ areas, measure }).toEqual({ areas: 10, measure: 'top-against-rest' });
    expect(group).toEqual({ size: 2, of: 10, members: ['A8', 'A9'], chosenBy: ['2016', '2017', '2018'] });
    expect(found.components).toMatchObject({ areas: { usable: 10, expected: 10 }, dependsOnBaseline: false });
    expect(found.components.change).toBeCloseTo(2, 9);
    // Φ(2/0.6268 = 3.191)
    expect(found.components.chances?.onTrack).toBeCloseTo(0.99929, 4);
    // ten areas: two ends and three years that chose the group
    expect(found.inputs).toHaveLength(50);
    expect(found.causeHints.latestKey).toBe('2024-01-01/P1Y');
  });

  it('says it in a sentence', () => {
    // −2 of 5 is 40 %, 1.96·0.6268/5 is 24.6 %
    expect(judged(TOP, ten(CLOSING)).sentence).toBe(
      'In 2024, the distance between the top fifth of areas and the rest for employment rate in the local authorities of the UK (10 areas) was 3.0 percentage points, against 5.0 percentage points in 2019; the gap is shown to be narrower by 40%, give or take 25%.',
    );
    expect(judged(TOP, ten([0, 2, 0, 2, 0, 2, 0, 2, -0.5, 0.5])).sentence).toMatch(
      /; it looks narrower by 20%, give or take 25%, so a change of the gap is not shown\.$/,
    );
    expect(judged(TOP, ten([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).sentence).toMatch(/; the gap is the same\.$/);
  });

  it('says who the top fifth are, and that populations are missing', () => {
    expect(judged(TOP, ten(CLOSING)).reasons).toEqual([
      'The top fifth are the 2 of 10 areas that were best by the mean of 2016, 2017 and 2018, before the baseline, and stay the same.',
      'No populations are loaded, so each area counts the same, however many people live there.',
      'Beside the gap itself, the gap as a share of the average is shown to be narrower.',
    ]);
  });

  it('is unclear where the distance grows and its share of the average falls', () => {
    // 10 to 13 and 30: 11.5 (eight times) against 30 (twice): 18.5 of a mean of 15.2; then 30 … and 55 of 36: 23.5
    const rows = [10, 13, 10, 13, 10, 13, 10, 13, 30, 30].map((level) => [level, level, level, level, level < 20 ? level + 20 : level + 25]);
    const found = judged(TOP, areasOf(YEARS, rows));
    expect(found.verdict).toBe('cannot-tell-yet');
    expect(found.sentence).toMatch(/; gap unclear: the gap as a share of the average .*shown to be narrower, but the gap .*shown to be wider\.$/);
    expect(found.components.areaFindings?.unclear?.wider[0]).toBe('the gap');
    // no better figure could clear it
    expect(found.causeHints).not.toHaveProperty('dataGap');
  });

  it('is on final figures achieved or missed', () => {
    const late = (changes: number[], provisional = false): Verdict => {
      const list = areasOf([2016, 2017, 2018, 2019, 2029], changes.map((change, index) => [50, 50, 50, 50, 50 + change].map((value) => value + index)));
      const marked = list.map((area) => ({ ...area, series: area.series.map((point) => ({ ...point, provisional })) }));
      return judged(TOP, marked, {}, '2030-07-01').verdict;
    };
    expect(late(CLOSING)).toBe('achieved');
    expect(late(CLOSING, true)).toBe('on-track');
    expect(late(CLOSING.map((change) => -change))).toBe('missed');
    expect(late([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBe('no-detectable-change');
  });

  it('waits for the figures that decide, and counts as what the last ones said', () => {
    const found = judged(TOP, ten(CLOSING), {}, '2030-03-01');
    expect(found).toMatchObject({ verdict: 'awaiting-figures', countsAs: 'on-track', method: 'gap', causeHints: { awaitingUntil: '2030-06-30' } });
    expect(found.sentence).toBe('The figure for 2029, which decides, is awaited until 30 June 2030; the latest figures are for 2024.');
  });

  it('counts no detectable change as slipping after half of the time', () => {
    // from mid-2019 to mid-2029: half is mid-2024
    const found = judged(TOP, ten([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    expect(found.countsAs).toBe('slipping');
    expect(found.reasons[0]).toBe('More than half of the time has passed without a detectable change, so this counts as slipping.');
  });

  it('leaves off track only when wider is less likely than not', () => {
    // top by 0.5, rest by 0.1 in the mean: a little wider, not shown
    const slightly = [0, 0.2, 0, 0.2, 0, 0.2, 0, 0.2, 0.4, 0.6];
    expect(judged(TOP, ten(slightly)).verdict).toBe('no-detectable-change');
    const held = judged(TOP, ten(slightly), { previousVerdict: 'off-track' });
    expect(held).toMatchObject({ verdict: 'off-track', causeHints: { heldOffTrack: true } });
    expect(held.sentence).toMatch(/still more likely wider than not\.$/);
    expect(judged(TOP, ten([1, 1, 1, 1, 1, 1, 1, 1, 0.9, 0.8]), { previousVerdict: 'off-track' }).verdict).toBe('no-detectable-change');
  });

  it('chooses the top anew at both ends where the years before are missing', () => {
    const list = areasOf([2019, 2024], CLOSING.map((change, index) => [50 + index, 50 + index + change]));
    const found = judged(TOP, list);
    expect(found.components.areaFindings).not.toHaveProperty('group');
    expect(found.reasons[1]).toMatch(/^Too few areas have figures of three periods before the baseline, so the top fifth is chosen anew at both ends/);
    // 58.5 − 53.5 = 5, times √(1 − 0.25/(82.5/9))
    expect(found.components.areaFindings?.gap?.raw.baseline).toBeCloseTo(5, 9);
    expect(found.components.areaFindings?.gap?.corrected.baseline).toBeCloseTo(5 * Math.sqrt(1 - 0.25 / (82.5 / 9)), 9);
  });

  it('weighs areas by their people beside', () => {
    // A9 has 3 of 4 parts of the top's people: 58.75 − 53.5 = 5.25, then 0.25·57.5 + 0.75·59.5 = 59 − 55.5 = 3.5
    const found = judged(TOP, ten(CLOSING, (index) => ({ people: index === 9 ? 3000 : 1000 })));
    expect(found.components.areaFindings?.weighted?.baseline).toBeCloseTo(5.25, 9);
    expect(found.components.areaFindings?.weighted?.latest).toBeCloseTo(3.5, 9);
    expect(found.reasons).toContain('With areas weighted by their people the gap is shown to be narrower.');
    const some = judged(TOP, ten(CLOSING, (index) => (index === 9 ? {} : { people: 1000 })));
    expect(some.components.areaFindings).not.toHaveProperty('weighted');
    expect(some.reasons[1]).toMatch(/^Populations are loaded for 9 of the 10 areas only,/);
  });

  it('says when it depends on the baseline', () => {
    // in 2018 the rest were 2 higher, so the gap was 3 already; over the three years it was 4.33: −1.33/0.63 is shown
    const years = [2013, 2014, 2015, ...YEARS];
    const list = areasOf(years, CLOSING.map((change, index) => years.map((year) => 50 + index + (year === 2024 ? change : year === 2018 && index < 8 ? 2 : 0))));
    const found = judged(TOP, list);
    expect(found.components).toMatchObject({ dependsOnBaseline: true });
    expect(found.sentence).toMatch(/ The verdict depends on the baseline: measured from 2018 it would be “no detectable change”\.$/);
  });
});

describe('a gap that is to be so much smaller', () => {
  const half: TargetRule = { ...TOP, byPercent: 80 };

  it('is judged on its path', () => {
    // from 5 to 1 in ten years: 3 after five, where it is; the error of latest − 0.6·first is 0.9 (top 0.49 + rest 0.32),
    // of the journey 4: 0.225; Φ(0.05/0.225) = 0.588 on track, Φ(−0.2/0.225) = 0.187 off track
    const found = judged(half, ten(CLOSING));
    expect(found.verdict).toBe('cannot-tell-yet');
    expect(found.components.deviation).toBeCloseTo(0, 9);
    expect(found.components.deviationStandardError).toBeCloseTo(0.225, 9);
    expect(found.components.chances?.onTrack).toBeCloseTo(0.588, 3);
    expect(found.components.chances?.offTrack).toBeCloseTo(0.187, 3);
    expect(found.components).toMatchObject({ shareDue: 0.5, target: { periodKey: '2029-01-01/P1Y' } });
    expect(found.components.target?.value).toBeCloseTo(1, 9);
    expect(found.causeHints.dataGap).toBe('noise');
    expect(found.sentence).toMatch(/; the straight path to the target of 1\.0 percentage points in 2029 needed 3\.0 percentage points by then, and the error of the gap leaves open whether it is on track\.$/);
  });

  it.each<[string, number, number[], Verdict]>([
    // 2 where 3 would do: 0.25 ahead, error 0.225, Φ(0.3/0.225) = 0.91
    ['ahead of it', 80, CLOSING.map((change, index) => (index < 8 ? change + 1 : change)), 'on-track'],
    ['at the target', 40, CLOSING, 'at-target'],
    ['far behind it', 80, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'off-track'],
    ['wider', 80, CLOSING.map((change) => -change), 'deteriorating'],
  ])('%s', (_, byPercent, changes, verdict) => {
    expect(judged({ ...TOP, byPercent }, ten(changes)).verdict).toBe(verdict);
  });

  it.each<[number, Verdict]>([
    [40, 'achieved'],
    [41, 'missed'],
  ])('by %d% at the end: %s', (byPercent, verdict) => {
    const list = areasOf([2016, 2017, 2018, 2019, 2029], CLOSING.map((change, index) => [50, 50, 50, 50, 50 + change].map((value) => value + index)));
    const found = judged({ ...TOP, byPercent }, list, {}, '2030-07-01');
    expect(found.verdict).toBe(verdict);
    expect(found.sentence).toMatch(verdict === 'achieved' ? /; this meets the target of 3\.0/ : /; this misses the target of 2\.9/);
  });
});

describe('measures over all areas', () => {
  it('counts only a change that shows as published too', () => {
    // 20 areas, 40 to 59: variance 35; in 2024 the same figures with se 3 in place of 0.5: 9 less without noise
    const list = Array.from({ length: 20 }, (_, index) => index).map((index) => areasOf([2019, 2024], [[40 + index, 40 + index]])[0]).flatMap((area, index) => {
      if (!area) return [];
      const [first, last] = area.series;
      return first && last ? [{ ...area, code: `A${index}`, series: [first, { ...last, lower: last.value - 5.88, upper: last.value + 5.88 }] }] : [];
    });
    const found = judged(VARIANCE, list);
    expect(found.components.areaFindings?.gap?.corrected.change).toBeCloseTo(-8.75, 9);
    expect(found.components.areaFindings?.gap?.raw.change).toBeCloseTo(0, 9);
    expect(found.verdict).toBe('no-detectable-change');
    // √(26/34.75) − 1 = −13.5 %; measurement Σ(2(x − x̄)/19)²·(9 + 0.25) = 4·665/361·9.25 = 68.2, se 8.26: 1.96·8.26/34.75/2
    expect(found.sentence).toMatch(/; it looks narrower by 14%, give or take 23%, so a change of the gap is not shown\.$/);
  });

  it('tells a variance as a distance', () => {
    // 82.5/9 − 0.25 = 8.9167: 2.99; sampling noise taken out
    expect(judged(VARIANCE, ten([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).sentence).toMatch(
      /^In 2024, the typical distance of areas from their average for employment rate in the local authorities of the UK \(10 areas, sampling noise taken out\) was 3\.0 percentage points, against 3\.0 percentage points in 2019; the gap is the same\.$/,
    );
  });

  it('sees nothing where the errors are as large as the spread', () => {
    const list = areasOf([2019, 2024], [[50, 50.1], [50.2, 50], [50.1, 50.2], [50.1, 50.1]]);
    const found = judged(VARIANCE, list);
    expect(found.verdict).toBe('no-detectable-change');
    expect(found.sentence).toMatch(/as large as the whole spread at one of the ends, so a change of the gap cannot be seen\.$/);
    expect(judged({ ...VARIANCE, byPercent: 20 }, list).verdict).toBe('no-detectable-change');
  });

  it('the highest and the lowest need a measure over all areas beside them', () => {
    // only the extremes draw together: 50 and 59 by 3 each
    const rule: TargetRule = { kind: 'gap', measure: 'highest-minus-lowest' };
    const found = judged(rule, ten(CLOSING));
    expect(found.components.areaFindings?.beside?.map(({ measure }) => measure)).toEqual(['variance-between-areas', 'p90-minus-p10']);
    expect(found.components.areaFindings).not.toHaveProperty('weighted');
    const far = areasOf([2019, 2024], [[0, 40], [50, 50], [51, 51], [52, 52], [53, 53], [54, 54], [55, 55], [56, 56], [57, 57], [60, 60]]);
    expect(judged(rule, far).verdict).toBe('no-detectable-change');
  });

  it('the slope over deprivation says what is missing', () => {
    const rule: TargetRule = { kind: 'gap', measure: 'slope-over-deprivation' };
    const found = judged(rule, ten(CLOSING, (index) => (index < 4 ? {} : { deprivation: index })));
    expect(found).toMatchObject({ verdict: 'target-not-comparable', method: 'none', reasons: [] });
    expect(found.sentence).toBe('The gap cannot be measured: no deprivation score is loaded for 4 of the 10 areas.');
    // 50 … 59 over ten ranks: 1 for each tenth, 10 from end to end; the most deprived have least
    const whole = judged(rule, ten(CLOSING, (index) => ({ deprivation: -index })));
    expect(whole.components.areaFindings?.gap?.corrected.baseline).toBeCloseTo(10, 9);
    const beside = judged({ ...VARIANCE, beside: ['slope-over-deprivation'] }, ten(CLOSING));
    expect(beside.reasons).toContain('A measure beside it cannot be computed: no deprivation score is loaded for 10 of the 10 areas.');
  });

  it('needs three areas, and figures on one side of zero for a ratio', () => {
    expect(judged(VARIANCE, areasOf([2019, 2024], [[1, 2], [2, 3]])).sentence).toBe('The gap cannot be measured: a gap needs three areas at least, and there are 2.');
    expect(judged({ kind: 'gap', measure: 'ratio' }, areasOf([2019, 2024], [[-1, 2], [2, 3], [2, 4]])).sentence).toMatch(/the ratio means nothing/);
  });

  it('a ratio of 1 is no gap that could become smaller', () => {
    // half-way between the two outermost areas: 58.5/50.5 = 1.1584 is 0.1584 above 1, and half of that is 1.0792
    const rule: TargetRule = { kind: 'gap', measure: 'ratio', byPercent: 50 };
    const list = ten([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).map((area) => ({ ...area, series: area.series.map(({ lower: _, upper: __, ...point }) => point) }));
    const found = judged(rule, list, { roundingUnit: 0 });
    expect(found.components.target?.value).toBeCloseTo(1 + 4 / 50.5, 9);
    expect(found.components.pathValue).toBeCloseTo(1 + 6 / 50.5, 9);
    expect(found.sentence).toMatch(/was 1\.16, against 1\.16 in 2019; the straight path to the target of 1\.08 in 2029 needed 1\.12 by then, so it is off track\.$/);
  });

  it('does not compare across a break', () => {
    const found = judged(VARIANCE, ten(CLOSING), { breaks: [{ periodKey: '2021-01-01/P1Y', what: 'new survey' }] });
    expect(found.verdict).toBe('target-not-comparable');
    expect(found.sentence).toMatch(/new survey/);
  });

  it('says where no interval is published', () => {
    const list = ten(CLOSING).map((area) => ({ ...area, series: area.series.map(({ lower: _, upper: __, ...point }) => point) }));
    expect(judged(VARIANCE, list).reasons.at(-1)).toBe(
      'No interval is published for these figures, so their sampling noise cannot be taken out; the error of the change is judged from how the areas differ among themselves.',
    );
  });
});
