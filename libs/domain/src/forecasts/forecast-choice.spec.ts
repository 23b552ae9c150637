import { describe, expect, it } from '@jest/globals';
import { calibrated, chanceOfBetter, chanceScaleOf, UNTAUGHT, wideningOf } from './forecast-choice.js';
import { type Trial } from './rolling-origins.js';

/** The half of the 80 % interval of the standard normal distribution. */
const HALF = 1.2815515655446004;

/** A miss of so many halves of the interval. */
const trial = (originYear: number, horizon: number, miss: number): Trial => ({ originYear, horizon, last: 0, hidden: miss * HALF, prediction: { mean: 0, sd: 1, df: Infinity } });

describe('the widening of intervals', () => {
  it('holds 80 % in the worst of the origin years, and never falls with the horizon', () => {
    // of five figures in order of size the 80 % quantile lies at place 0.8·4 = 3.2: 2012 1.0 + 0.2·0.5 = 1.1; 2013 2.0 + 0.2·1 = 2.2
    const trials = [
      ...[0.1, 0.2, -0.3, 1, -1.5].map((miss) => trial(2012, 1, miss)),
      ...[0.1, 0.2, -0.3, 2, -3].map((miss) => trial(2013, 1, miss)),
      ...[0.1, 0.1, 0.1, 0.1, 0.1].map((miss) => trial(2012, 2, miss)),
    ];
    expect(wideningOf(trials)).toEqual([expect.closeTo(2.2, 4), expect.closeTo(2.2, 4)]);
  });

  it('is none where the intervals were wide enough, and where nothing was seen', () => {
    expect(wideningOf([trial(2012, 1, 0.2), trial(2013, 1, 0.4)])).toEqual([1]);
    expect(wideningOf([])).toEqual([1]);
  });

  it('of the longest horizon seen holds for all beyond', () => {
    expect([1, 2, 9].map((horizon) => calibrated({ mean: 3, sd: 2, df: 5 }, horizon, { widening: [1, 1.5] }).sd)).toEqual([2, 3, 3]);
  });
});

describe('the chance of a better figure', () => {
  it.each([
    ['half, where the forecast is the bound', 0, 1, 0.5],
    ['Φ(1), a deviation above where higher is better', -1, 1, 0.841345],
    ['the rest, where lower is better', -1, -1, 0.158655],
    ['never surer than 999 of 1,000', -50, 1, 0.999],
  ] as const)('is %s', (_, bound, direction, chance) => {
    expect(chanceOfBetter({ mean: 0, sd: 1, df: Infinity }, bound, direction, UNTAUGHT)).toBeCloseTo(chance, 6);
  });

  it('learns that better figures come less often than the forecast says', () => {
    // every chance is 50 %, and one in four came: intercept ln(¼/¾)
    const seen = [1, -1, -1, -1].flatMap((miss) => [trial(2012, 1, miss), trial(2013, 1, miss)]);
    const learnt = chanceScaleOf(seen, 1, { widening: [1] });
    expect(learnt.intercept).toBeCloseTo(Math.log(1 / 3), 6);
    expect(chanceOfBetter({ mean: 0, sd: 1, df: Infinity }, 0, 1, { chance: learnt })).toBeCloseTo(0.25, 6);
  });
});
