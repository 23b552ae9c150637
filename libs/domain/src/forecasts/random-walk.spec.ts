import { describe, expect, it } from '@jest/globals';
import { quantileOf } from './prediction.js';
import { randomWalk, walkOn } from './random-walk.js';
import { everyKth, windowVariance } from './time-point.js';

const at = (time: number, value: number) => ({ time, value, variance: 0 });
/** A gap of two years between 2012 and 2014. */
const POINTS = [at(2010, 10), at(2011, 12), at(2012, 13), at(2014, 18)];

describe('a random walk with drift', () => {
  // μ = (18 − 10)/4 = 2; Δ − μk = 0, −1, 5 − 4 = 1; σ² = (0/1 + 1/1 + 1/2)/(3 − 1) = 0.75
  const walk = randomWalk(POINTS, { drift: true });

  it('has the drift and the variance of the formulas, over gaps of unequal length', () => {
    expect([walk?.drift, walk?.variance, walk?.df, walk?.span]).toEqual([2, 0.75, 2, 4]);
  });

  it('is forecast with Student’s t of m − 1 around v + μh', () => {
    // h = 2: mean 18 + 4 = 22; variance 0.75·(2 + 4/4) = 2.25, sd 1.5; t(0.9; 2) = 1.88562, so 90 % lie below 24.8284
    const ahead = walk && walkOn(walk, 2, true);
    expect(ahead).toEqual({ mean: 22, sd: 1.5, df: 2 });
    expect(ahead && quantileOf(ahead, 0.9)).toBeCloseTo(22 + 1.5 * 1.885618, 4);
  });

  it('is not to be had from two points', () => {
    expect(randomWalk(POINTS.slice(0, 2), { drift: true })).toBeUndefined();
  });
});

describe('a random walk without drift', () => {
  it('stays where it is, with σ² = ΣΔ²/k over m', () => {
    // (4/1 + 1/1 + 25/2)/3 = 17.5/3; h = 3: variance 17.5
    const walk = randomWalk(POINTS, { drift: false });
    expect(walk?.variance).toBeCloseTo(17.5 / 3, 12);
    const ahead = walk && walkOn(walk, 3, false);
    expect(ahead?.mean).toBe(18);
    expect(ahead && ahead.sd ** 2).toBeCloseTo(17.5, 12);
    expect(ahead?.df).toBe(3);
  });

  it('is certain of a series that never moved', () => {
    const walk = randomWalk([at(2010, 5), at(2011, 5), at(2012, 5)], { drift: false });
    expect(walk && walkOn(walk, 4, false)).toEqual({ mean: 5, sd: 0, df: 2 });
  });
});

describe('windows that share years', () => {
  it('keep every third counted back from the latest', () => {
    expect(everyKth([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
    expect(everyKth([1, 2, 3, 4, 5], 3)).toEqual([2, 5]);
    expect(everyKth([1, 2, 3, 4, 5], 3, 3)).toEqual([1, 2, 3, 4, 5]);
  });

  // means of three years: over a year one step comes in, each with a third: 3·(1/3)² = 1/3; over two the steps count 1/3, 2/3, 2/3, 1/3:
  // (1 + 4 + 4 + 1)/9 = 10/9; over three 1/3, 2/3, 1, 2/3, 1/3: (1 + 4 + 9 + 4 + 1)/9 = 19/9; then one more a year
  it.each([
    [1, 1 / 3],
    [2, 10 / 9],
    [3, 19 / 9],
    [4, 28 / 9],
  ])('move over %s years with %s of the variance of a yearly step', (years, variance) => {
    expect(windowVariance(years, 3)).toBeCloseTo(variance, 12);
    expect(windowVariance(years, 1)).toBe(years);
  });
});
