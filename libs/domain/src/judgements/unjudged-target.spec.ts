import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';
import type { Verdict } from './verdict.js';

function point(period: string, value: number, provisional = false): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  return { key: period, period: parsed, value, provisional };
}

/** 65% in 2018/19 to 90% in 2029/30, whose figure is due on 30 September 2030. */
const TARGET: TargetToJudge = {
  direction: 1,
  rule: { kind: 'level', value: 90 },
  baseline: { periodKey: '2018-09-01/P1Y' },
  decides: { periodKey: '2029-09-01/P1Y', releaseExpected: '2030-09-30' },
  series: [point('2018-09-01/P1Y', 65), point('2027-09-01/P1Y', 85)],
  unit: '%',
  decimals: 0,
  roundingUnit: 1,
  metricName: 'Pupils',
  areaName: 'England',
};

const DECIDING = '2029-09-01/P1Y';

describe('the calendar', () => {
  // path in 2027/28: 65 + 25·9/11 = 85.45: on track
  it.each<[string, SeriesPoint[], string, Verdict, Verdict, RegExp]>([
    ['the last day of the deciding period', [], '2030-08-31', 'on-track', 'on-track', /needed 85.5% by then/],
    [
      'the day after',
      [],
      '2030-09-01',
      'awaiting-figures',
      'on-track',
      /which decides, is awaited until 30 September 2030; the latest is for school year 2027\/28, when pupils in England stood at 85%\.$/,
    ],
    [
      'its release overdue',
      [],
      '2030-10-01',
      'awaiting-figures',
      'on-track',
      /was due on 30 September 2030 and is not there;/,
    ],
    [
      'a final figure at the target',
      [point(DECIDING, 90)],
      '2030-10-01',
      'achieved',
      'achieved',
      /stood at 90%, which meets the target of 90%\.$/,
    ],
    [
      'a final figure short of it',
      [point(DECIDING, 89)],
      '2030-10-01',
      'missed',
      'missed',
      /stood at 89%, which misses the target of 90%\.$/,
    ],
    [
      'a provisional figure at the target',
      [point(DECIDING, 91, true)],
      '2030-10-01',
      'at-target',
      'at-target',
      /stood at 91% \(provisional\), which is at or beyond the target of 90%; the final figure for school year 2029\/30 decides\.$/,
    ],
    [
      'a provisional figure short of it',
      [point(DECIDING, 80, true)],
      '2030-10-01',
      'off-track',
      'off-track',
      /the target for school year 2029\/30 is 90%, so it is 10 percentage points behind, 40% of the whole journey, and off track\.$/,
    ],
    [
      'a later figure, which does not decide',
      [point(DECIDING, 89), point('2030-09-01/P1Y', 95)],
      '2031-10-01',
      'missed',
      'missed',
      /stood at 89%/,
    ],
    [
      'only a later figure',
      [point('2030-09-01/P1Y', 95)],
      '2031-10-01',
      'awaiting-figures',
      'at-target',
      /was due on 30 September 2030/,
    ],
    ['the target reached early', [point('2028-09-01/P1Y', 90)], '2029-10-01', 'at-target', 'at-target', /at or beyond/],
  ])('%s', (_, more, asOf, verdict, countsAs, sentence) => {
    const found = judgeTarget({ ...TARGET, series: [...TARGET.series, ...more] }, asOf);
    expect(found).toMatchObject({ verdict, countsAs });
    expect(found.sentence).toMatch(sentence);
    expect(found.causeHints.awaitingUntil).toBe(verdict === 'awaiting-figures' ? '2030-09-30' : undefined);
    expect(found.causeHints.decidingPeriodOver).toBe(asOf > '2030-08-31');
  });

  it.each<[string, string, Verdict, RegExp]>([
    // first period after the baseline: 2019/20, ends 31 August 2020; the deciding figure comes 30 days after its period
    [
      'until the first figure is due',
      '2020-09-30',
      'too-early',
      /^It is too early to judge pupils in England: the first figure after the baseline \(65% in school year 2018\/19\) is due on 30 September 2020\.$/,
    ],
    [
      'from the day after',
      '2020-10-01',
      'no-data',
      /^There is no figure for pupils in England after the baseline \(65% in school year 2018\/19\); one was due by 30 September 2020\.$/,
    ],
    [
      'once the deciding period is over',
      '2030-09-01',
      'awaiting-figures',
      /there is no figure after the baseline, school year 2018\/19\.$/,
    ],
  ])('with the baseline alone, %s', (_, asOf, verdict, sentence) => {
    const found = judgeTarget({ ...TARGET, series: [point('2017-09-01/P1Y', 60), point('2018-09-01/P1Y', 65)] }, asOf);
    expect(found).toMatchObject({ verdict, countsAs: verdict, method: 'none' });
    expect(found.sentence).toMatch(sentence);
    expect(found.causeHints.dataGap).toBe(verdict === 'too-early' ? undefined : 'missing');
  });

  it('takes the date of the next release where it is known', () => {
    // no tests in the summers of 2020 and 2021
    const nextRelease = { periodKey: '2021-09-01/P1Y', expectedOn: '2022-12-15' };
    const series = [point('2018-09-01/P1Y', 65)];
    expect(judgeTarget({ ...TARGET, series, nextRelease }, '2022-12-15').verdict).toBe('too-early');
  });

  it('takes the first of two figures for one period', () => {
    const series = [
      ...TARGET.series,
      { ...point(DECIDING, 90), key: 'final' },
      { ...point(DECIDING, 80, true), key: 'provisional' },
    ];
    const found = judgeTarget({ ...TARGET, series }, '2030-10-01');
    expect(found.verdict).toBe('achieved');
    expect(found.inputs).not.toContain('provisional');
    // 50% in 2027/28 would be deteriorating
    const twice = [...TARGET.series, { ...point('2027-09-01/P1Y', 50), key: 'superseded' }];
    expect(judgeTarget({ ...TARGET, series: twice }, '2029-01-01').verdict).toBe('on-track');
  });

  it('lets a yearly snapshot decide on any day of its month', () => {
    const pay: TargetToJudge = {
      ...TARGET,
      baseline: { periodKey: '2019-04-10' },
      decides: { periodKey: '2030-04-17', releaseExpected: '2030-10-30' },
      series: [point('2019-04-10', 65), point('2030-04-24', 90)],
    };
    expect(judgeTarget(pay, '2030-11-01').verdict).toBe('achieved');
    expect(
      judgeTarget({ ...pay, series: [point('2019-04-10', 65), point('2030-05-01', 90)] }, '2030-11-01').verdict,
    ).toBe('awaiting-figures');
  });

  it.each<[number, Verdict]>([
    [67, 'achieved'], // change 2 beyond 1.96·√2/√12 = 0.80
    [64, 'missed'],
    [65, 'no-detectable-change'],
  ])('a direction, at its end with %d, is %s', (value, verdict) => {
    const series = [point('2018-09-01/P1Y', 65), point(DECIDING, value)];
    const found = judgeTarget({ ...TARGET, rule: { kind: 'direction' }, series }, '2030-10-01');
    expect(found.verdict).toBe(verdict);
    expect(found.countsAs).toBe(verdict === 'no-detectable-change' ? 'slipping' : verdict);
  });
});

describe('what cannot be judged', () => {
  it.each<[Partial<TargetToJudge>, Verdict, string]>([
    [{ series: [] }, 'no-data', 'There is no figure for pupils in England.'],
    [{ series: [point('2018-09-01/P1Y', Number.NaN)] }, 'no-data', 'There is no figure for pupils in England.'],
    [
      { baseline: { periodKey: '2017-09-01/P1Y' } },
      'no-data',
      'There is no figure for pupils in England for the baseline, school year 2017/18, so change cannot be measured.',
    ],
    [
      { baseline: { periodKey: 'soon' } },
      'no-data',
      'There is no figure for pupils in England for the baseline, soon, so change cannot be measured.',
    ],
    [
      { decides: { periodKey: '2030', releaseExpected: '' }, rule: { kind: 'undefined' } },
      'target-undefined',
      'The target names no test that figures could pass or fail.',
    ],
    [
      { rule: { kind: 'undefined', reason: '“pride in place” has no measure.' } },
      'target-undefined',
      'The target names no test that figures could pass or fail: “pride in place” has no measure.',
    ],
    [
      { decides: { periodKey: 'by 2030', releaseExpected: '2030-09-30' } },
      'target-undefined',
      'The target names no period that decides it.',
    ],
    [
      { notComparable: 'the series is a rate, the target a count' },
      'target-not-comparable',
      'The published series, Pupils, cannot be compared with the target: the series is a rate, the target a count.',
    ],
    [
      { notComparable: '', series: [] },
      'target-not-comparable',
      'The published series, Pupils, cannot be compared with the target.',
    ],
  ])('%j', (change, verdict, sentence) => {
    const found = judgeTarget({ ...TARGET, ...change }, '2026-06-26');
    expect(found).toMatchObject({ verdict, countsAs: verdict, method: 'none', sentence });
  });
});

describe('a target that is done or not done', () => {
  it.each<[string, SeriesPoint[], string, Verdict, RegExp]>([
    [
      'not done yet',
      [point('2026-01-01', 0)],
      '2026-06-26',
      'too-early',
      /^Pupils in England was not done in January 2026; it is judged by the figure for January 2030, due on 31 March 2030\.$/,
    ],
    [
      'done early',
      [point('2026-01-01', 1)],
      '2026-06-26',
      'at-target',
      /was done in January 2026; the final figure for January 2030 decides\.$/,
    ],
    [
      'done at the end',
      [point('2030-01-01', 1)],
      '2030-04-01',
      'achieved',
      /was done in January 2030, which decides\.$/,
    ],
    ['not done at the end', [point('2030-01-01', 0)], '2030-04-01', 'missed', /was not done/],
    [
      'unknown at the end',
      [point('2029-01-01', 0)],
      '2030-04-01',
      'awaiting-figures',
      /at the last count, pupils in England was not done in January 2029\.$/,
    ],
    ['no figure', [], '2026-06-26', 'no-data', /no figure/],
  ])('%s', (_, series, asOf, verdict, sentence) => {
    const decides = { periodKey: '2030-01-01', releaseExpected: '2030-03-31' };
    const found = judgeTarget({ ...TARGET, rule: { kind: 'binary' }, decides, series }, asOf);
    expect(found.verdict).toBe(verdict);
    expect(found.sentence).toMatch(sentence);
  });
});
