import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UNTAUGHT } from '#domain/forecasts/forecast-choice.js';
import { pointOf, targetOf } from '#domain/judgements/judgement-arbitraries.js';
import type { TargetRule, TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import type { AmbitionFinding } from './ambition-finding.js';
import { targetAmbition } from './target-ambition.js';
import { independentFigures } from './usual-course.js';

/** 2011 to 2015, decided by 2019: four years from the latest figure. */
const VALUES = [10, 12, 13, 15, 16];
const CHANGE: Partial<TargetToJudge> = { unit: 'points', roundingUnit: 1, decimals: 0, baseline: { periodKey: '2015-01-01/P1Y' }, decides: { periodKey: '2019-01-01/P1Y', releaseExpected: '2020-06-30' } };

const ambitionOf = (rule: TargetRule, values: readonly number[] = VALUES, change: Partial<TargetToJudge> = {}): AmbitionFinding => {
  const points = values.map((value, index) => pointOf(2016 - values.length + index, value));
  return targetAmbition({ target: targetOf(rule, points, { ...CHANGE, ...change }), peers: [], sameLevel: [{ code: 'E92000001', points }], code: 'E92000001', choice: UNTAUGHT, asOf: '2016-12-31' });
};

// μ = 6/4 = 1.5; σ² = 4·0.5²/3 = 1/3; in four years 16 + 6 = 22 with variance (4 + 4²/4)/3 = 8/3, sd 1.633, 3 degrees of freedom
describe('targetAmbition of 10, 12, 13, 15, 16', () => {
  it.each([
    // t = (22 − 20)/1.633 = 1.2247; F = 1/2 + (0.7071/1.5 + atan 0.7071)/π = 0.846
    ['likely anyway', 20, 0.846, 'not-ambitious-enough'],
    ['an even chance', 22, 0.5, 'right-level'],
    // t = −4.899; F = 1/2 − (2.8284/9 + atan 2.8284)/π = 0.0081; 14/4 = 3.5 a year, and no yearly change was above 2
    ['without precedent', 30, 0.0081, 'too-ambitious'],
  ])('%s: %d', (_, value, chance, verdict) => {
    const found = ambitionOf({ kind: 'level', value });
    expect(found.verdict).toBe(verdict);
    expect(found.chance?.most).toBeCloseTo(chance, 3);
    expect(found.paces).toMatchObject({ usual: 1.5, needed: (value - 16) / 4, precedent: { pace: 2, windows: 4, years: 1 } });
  });

  it('says it in plain English with the numbers', () => {
    expect(ambitionOf({ kind: 'level', value: 30 }, VALUES, { money: { basis: 'nominal' } }).sentence).toBe(
      'By what had been published on 31 December 2016, the chance of meeting it with no change of course is about 1 in 100, very unlikely. It had got better by 1.5 points a year, and would have to get better by 3.5 points a year. Of 4 windows of 1 year in places of the same level, one in twenty did better than 2.0 points a year. There is no precedent for the pace. The figures are in money of the day: a rise of prices alone moves them.',
    );
  });

  it.each([
    ['four figures', { kind: 'level', value: 20 }, VALUES.slice(1), {}, 'too-few-figures'],
    ['five with a shock year among them', { kind: 'level', value: 20 }, VALUES, { shockYears: [2013] }, 'too-few-figures'],
    ['five with the first period of a standard', { kind: 'level', value: 20 }, VALUES, { firstPeriodsOfStandard: ['2011-01-01/P1Y'] }, 'too-few-figures'],
    ['five on two footings', { kind: 'level', value: 20 }, VALUES, { breaks: [{ periodKey: '2013-01-01/P1Y', what: 'new' }] }, 'too-few-figures'],
    ['no number', { kind: 'undefined' }, VALUES, {}, 'no-number'],
    ['a deal that is struck or not', { kind: 'population-share', value: 100 }, VALUES, {}, 'capacity'],
    ['figures of something else', { kind: 'level', value: 20 }, VALUES, { notComparable: 'It counts men.' }, 'not-comparable'],
    ['no figure of the baseline', { kind: 'level', value: 20 }, VALUES, { baseline: { periodKey: '1999-01-01/P1Y' } }, 'no-figures'],
    ['none at all', { kind: 'level', value: 20 }, [], {}, 'no-figures'],
  ] as const)('more information is needed: %s', (_, rule, values, change, reason) => {
    expect(ambitionOf(rule, values, change)).toMatchObject({ verdict: 'more-information-needed', reason });
  });

  it('history the wrong way is no usual course, and a target below an earlier peak restores nothing', () => {
    // falls from 20 by 1 a year to 16; asked for 10: met by far already, and still no course that meets it
    const found = ambitionOf({ kind: 'level', value: 10 }, [20, 19, 18.5, 17, 16]);
    expect(found).toMatchObject({ verdict: 'right-level', reason: 'wrong-way', doesNotRestore: { value: 20, periodLabel: '2011' } });
    expect(found.sentence).toContain('Met, it would not bring back the 20');
  });

  it('of overlapping windows counts those apart', () => {
    // 2009-11 to 2015-17: from the latest back 2015-17, 2012-14 and 2009-11
    const windows = [2009, 2010, 2011, 2012, 2013, 2014, 2015].flatMap((start) => {
      const period = parsePeriod(`${start}-01-01/P3Y`);
      return period ? [{ key: String(start), period, value: start }] : [];
    });
    expect(independentFigures(windows).map(({ key }) => key)).toEqual(['2009', '2012', '2015']);
  });
});

describe('properties', () => {
  const values = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 5, maxLength: 12 });
  it('a target farther away is never less ambitious in its chance', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 30 }), (series, amount, more) => {
        const [near, far] = [ambitionOf({ kind: 'change-by', amount }, series), ambitionOf({ kind: 'change-by', amount: amount + more }, series)];
        expect(far.chance?.most ?? 0).toBeLessThanOrEqual((near.chance?.most ?? 0) + 1e-12);
        expect(far.paces?.needed ?? 0).toBeGreaterThanOrEqual(near.paces?.needed ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it('a series turned upside down, where lower is better, is as ambitious', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), (series, amount) => {
        const [up, down] = [ambitionOf({ kind: 'change-by', amount }, series), ambitionOf({ kind: 'change-by', amount: -amount }, series.map((value) => 0 - value), { direction: -1 })];
        expect(down.verdict).toBe(up.verdict);
        expect(down.chance?.most).toBeCloseTo(up.chance?.most ?? Number.NaN, 9);
      }),
      { numRuns: 60 },
    );
  });
});
