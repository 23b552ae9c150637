import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { methodWordsOf } from './method-words.js';
import { type NamedMethod, NAMED_METHODS, type SeriesPoint, type TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function point(period: string, value: number, provisional = false): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  return { key: `${period} cell`, period: parsed, value, provisional };
}

const TODAY = '2026-06-26';

/** Pupils at the expected standard, key stage 2, England. */
const KEY_STAGE_2: TargetToJudge = {
  direction: 1,
  rule: { kind: 'level', value: 90 },
  baseline: { periodKey: '2018-09-01/P1Y' },
  decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-09-30' },
  series: [point('2018-09-01/P1Y', 65), point('2024-09-01/P1Y', 62)],
  unit: '%',
  decimals: 0,
  roundingUnit: 1,
  metricName: 'Pupils meeting the expected standard',
  areaName: 'England',
};

/** Gigabit broadband, UK: 78.5% in 2024, 87.8% in 2026, 100% in 2030. */
const GIGABIT: TargetToJudge = {
  ...KEY_STAGE_2,
  rule: { kind: 'level', value: 100 },
  baseline: { periodKey: '2024-01-01' },
  decides: { periodKey: '2030-01-01', releaseExpected: '2030-05-31' },
  series: [point('2026-01-01', 87.8), point('2024-01-01', 78.5)],
  decimals: 1,
  roundingUnit: 0.1,
  metricName: 'Gigabit capable broadband',
  areaName: 'United Kingdom',
};

const words = (target: TargetToJudge, asOf = TODAY): (readonly [NamedMethod, Verdict])[] =>
  methodWordsOf(target, asOf).map(({ method, verdict }) => [method, verdict]);

const all = (verdict: Verdict): (readonly [NamedMethod, Verdict])[] => NAMED_METHODS.map((method) => [method, verdict]);

describe('the words of every method', () => {
  it('on key stage 2: 65% to 62% in six years, against 90% five years on', () => {
    const found = methodWordsOf(KEY_STAGE_2, TODAY);
    expect(found.map(({ method, verdict }) => [method, verdict])).toEqual([
      ['interim-path', 'deteriorating'],
      ['pace', 'deteriorating'],
      ['cagr', 'deteriorating'],
      ['un-progress', 'off-track'],
    ]);
    // s = −3/6 = −0.5; 62 − 2.5 = 59.5; miss (90 − 59.5)/28 = 1.0893
    expect(found[1]?.numbers).toMatchObject({ perYear: -0.5, projected: 59.5, miss: expect.closeTo(1.089286, 6) });
    // Co = (62/65)^(1/6) − 1 = −0.0078446; Cr = (90/65)^(1/11) − 1 = 0.0300258; R = −0.261260; 4.1667·R − 2.5 = −3.5886
    expect(found[2]?.numbers).toMatchObject({ ratio: expect.closeTo(-0.26126, 5), score: expect.closeTo(-3.5886, 4) });
    // vE = 62·0.9921554^5 = 59.60604; r = −5.39396/25
    expect(found[3]?.numbers).toMatchObject({
      projected: expect.closeTo(59.60604, 4),
      ratio: expect.closeTo(-0.215758, 5),
    });
    expect(found[0]?.numbers).toEqual({
      pathValue: expect.closeTo(78.63636, 4),
      shareDue: expect.closeTo(6 / 11, 9),
      deviation: expect.closeTo(-0.665455, 6),
      deviationStandardError: expect.closeTo(0.0126839, 6),
      change: -3,
      changeStandardError: expect.closeTo(0.408248, 6),
      chanceOnTrack: expect.closeTo(0, 9),
      chanceSlipping: expect.closeTo(0, 9),
      chanceOffTrack: expect.closeTo(1, 9),
    });
    expect(found.map(({ sentence }) => sentence)).toEqual([
      judgeTarget(KEY_STAGE_2, TODAY).sentence,
      'Its last five yearly changes average −0.5 percentage points, the wrong way for the target of 90%, so it is deteriorating.',
      'Since school year 2018/19 it changed by −0.8% a year, where +3.0% a year was needed to reach 90% in school year 2029/30, ' +
        'the other way, so it is deteriorating (score −3.6 of −5 to 5).',
      'Since school year 2018/19 it changed by −0.8% a year; held to school year 2029/30, that growth brings it to 60%, ' +
        'none of the way to the target of 90%, so it is off track.',
    ]);
  });

  it('on gigabit broadband: all on track', () => {
    // 4.65 a year for four years: 106.4; (87.8/78.5)^(1/2) − 1 = 0.0575781 against 0.0411702; vE = 109.8359
    expect(words(GIGABIT)).toEqual(all('on-track'));
    expect(methodWordsOf(GIGABIT, TODAY).map(({ numbers }) => numbers)).toMatchObject([
      { deviation: expect.closeTo(0.099225, 6) },
      { projected: expect.closeTo(106.4, 9), miss: expect.closeTo(-6.4 / 12.2, 9), years: 2 },
      { ratio: expect.closeTo(1.398538, 5), score: 5 },
      { projected: expect.closeTo(109.8359, 4) },
    ]);
  });

  it('stand in the judgement, whichever decides', () => {
    for (const method of NAMED_METHODS) {
      const found = judgeTarget({ ...KEY_STAGE_2, method }, TODAY);
      expect(found.components.methods).toEqual(methodWordsOf(KEY_STAGE_2, TODAY));
      const own = found.components.methods?.find((word) => word.method === method);
      expect([found.method, found.verdict]).toEqual([method, own?.verdict]);
    }
  });

  it.each<[string, Partial<TargetToJudge>, string, Verdict]>([
    ['no figure', { series: [] }, TODAY, 'no-data'],
    ['no baseline', { series: [point('2024-09-01/P1Y', 62)] }, TODAY, 'no-data'],
    ['one figure, a year on', { series: [point('2018-09-01/P1Y', 65)] }, '2020-09-30', 'too-early'],
    ['one figure, years on', { series: [point('2018-09-01/P1Y', 65)] }, TODAY, 'no-data'],
    ['not comparable', { notComparable: 'it is a count' }, TODAY, 'target-not-comparable'],
    ['no deciding period', { decides: { periodKey: 'soon', releaseExpected: '' } }, TODAY, 'target-undefined'],
    ['a contradiction', { rule: { kind: 'share-below-threshold', threshold: 5 } }, TODAY, 'target-undefined'],
    [
      'a break between',
      { breaks: [{ periodKey: '2022-09-01/P1Y', what: 'a new test' }] },
      TODAY,
      'target-not-comparable',
    ],
    ['awaited figures', {}, '2030-09-15', 'awaiting-figures'],
    ['the target reached', { rule: { kind: 'level', value: 60 } }, TODAY, 'at-target'],
    ['a final figure', { series: [...KEY_STAGE_2.series, point('2029-09-01/P1Y', 90)] }, '2030-10-01', 'achieved'],
    [
      'a final figure short of it',
      { series: [...KEY_STAGE_2.series, point('2029-09-01/P1Y', 89)] },
      '2030-10-01',
      'missed',
    ],
  ])('are one word under a guard: %s', (_, change, asOf, verdict) => {
    const target = { ...KEY_STAGE_2, ...change };
    expect(words(target, asOf)).toEqual(all(verdict));
    const sentences = new Set(methodWordsOf(target, asOf).map(({ sentence }) => sentence));
    expect([...sentences]).toEqual([judgeTarget(target, asOf).sentence]);
    for (const method of NAMED_METHODS) expect(judgeTarget({ ...target, method }, asOf).verdict).toBe(verdict);
  });

  it('count, while figures are awaited, as what the method says of the last ones', () => {
    expect(judgeTarget({ ...KEY_STAGE_2, method: 'un-progress' }, '2030-09-15').countsAs).toBe('off-track');
    expect(judgeTarget(KEY_STAGE_2, '2030-09-15').countsAs).toBe('deteriorating');
  });

  it('take no figure from after the one that decides', () => {
    const decided = { ...KEY_STAGE_2, series: [...KEY_STAGE_2.series, point('2029-09-01/P1Y', 89)] };
    const later = { ...decided, series: [...decided.series, point('2030-09-01/P1Y', 10)] };
    expect(methodWordsOf(later, '2031-10-01')).toEqual(methodWordsOf(decided, '2031-10-01'));
    // 62 to 89 in the five years to 2029/30
    expect(methodWordsOf(later, '2031-10-01')[1]?.numbers).toMatchObject({ perYear: expect.closeTo(5.4, 9), years: 5 });
  });

  it('are one word at the end of a direction too, by what has been shown', () => {
    // 65 to 65.5: 0.5 is within 1.96·√2/√12 = 0.80; to 67 it is shown
    const end = (value: number): TargetToJudge => ({
      ...KEY_STAGE_2,
      rule: { kind: 'direction' },
      series: [point('2018-09-01/P1Y', 65), point('2029-09-01/P1Y', value)],
    });
    expect(words(end(65.5), '2030-10-01')).toEqual(all('no-detectable-change'));
    expect(words(end(67), '2030-10-01')).toEqual(all('achieved'));
    expect(words(end(63), '2030-10-01')).toEqual(all('missed'));
    // a provisional figure does not end it: by the methods of others 0.5 in eleven years is hardly any growth
    const open = { ...end(65.5), series: [point('2018-09-01/P1Y', 65), point('2029-09-01/P1Y', 65.5, true)] };
    expect(words(open, '2030-10-01')).toEqual([
      ['interim-path', 'no-detectable-change'],
      ['pace', 'on-track'],
      ['cagr', 'off-track'],
      ['un-progress', 'off-track'],
    ]);
  });

  it.each<TargetToJudge['rule']>([
    { kind: 'binary' },
    { kind: 'undefined' },
    { kind: 'every-area' },
    { kind: 'gap', measure: 'ratio' },
    {
      kind: 'worst-areas',
      group: { share: 20, by: 'mean-before-baseline', years: 3 },
      change: { kind: 'improve-most' },
    },
    { kind: 'top-areas', group: { share: 20, by: 'mean-before-baseline', years: 3 }, change: { kind: 'improve-most' } },
  ])('are none for $kind', (rule) => {
    expect(methodWordsOf({ ...KEY_STAGE_2, rule }, TODAY)).toEqual([]);
  });

  it('depend on the baseline by the method that decides', () => {
    // by the UN chart, from 65: r = −0.216; from 58 in 2017/18: 62·(62/58)^(5/7) = 65.02, r = (65.02 − 58)/32 = 0.22
    const series = [point('2017-09-01/P1Y', 58), ...KEY_STAGE_2.series];
    const found = judgeTarget({ ...KEY_STAGE_2, series, method: 'un-progress' }, TODAY);
    expect(found.components.alternatives).toEqual([
      { label: 'school year 2017/18', baselineValue: 58, verdict: 'slipping' },
    ]);
    expect(found.components.dependsOnBaseline).toBe(true);
    expect(found.sentence).toMatch(
      /so it is off track\. The verdict depends on the baseline: measured from school year 2017\/18 it would be “slipping”\.$/,
    );
  });

  it('change for a change of method where the metric names another', () => {
    const [before, after] = [judgeTarget(KEY_STAGE_2, TODAY), judgeTarget({ ...KEY_STAGE_2, method: 'cagr' }, TODAY)];
    expect([before.causeHints.methodVersion, after.causeHints.methodVersion]).toEqual(['2', '2 cagr']);
    expect(judgeTarget({ ...KEY_STAGE_2, method: 'interim-path' }, TODAY)).toEqual(before);
  });
});
