import { describe, expect, it } from '@jest/globals';
import { limitFactor, scoreOfGrowth, scoreOfRatio } from './open-sdg-score.js';

describe('the score of Open SDG', () => {
  it.each([
    [2, 5], // 10.0001, at most 5
    [0.8, 1.42862], // 5.71432 − 4.2857
    [0.6, 0.00004], // 4.28574 − 4.2857
    [0.3, -1.24999], // 1.25001 − 2.5
    [-0.5, -4.58335],
    [-1, -5], // −6.6667, at least −5
  ])('of a ratio of %d', (ratio, score) => {
    expect(scoreOfRatio(ratio)).toBeCloseTo(score, 9);
  });

  it.each([
    [-0.03, 1, -5], // −6.25, at least −5
    [-0.01, 1, -3.75],
    [0, 1, -2.5],
    [0.002, 1, -1.5],
    [0.01, 1, 1.25],
    [0.018, 1, 4],
    [0.05, 1, 5],
    [0.009, 0.5, 4], // as 0.018
    [-0.01, 0, -3.75],
    [0, 0, 5],
  ])('of growth of %d a year, thresholds times %d', (growth, factor, score) => {
    expect(scoreOfGrowth(growth, factor)).toBeCloseTo(score, 9);
  });

  it.each<[number, number | undefined, number]>([
    [90, undefined, 1],
    [90, 100, 0.373622], // 1 − 0.9^4.44
    [100, 100, 0],
    [150, 100, 0.953929], // 1 − (50/100)^4.44
    [200, 100, 1],
    [300, 100, 1],
    [-90, -100, 0.373622],
    [0, 0, 1],
    [7, 0, 1],
  ])('the limit factor of %d before %d is %d', (baseline, limit, factor) => {
    expect(limitFactor(baseline, limit)).toBeCloseTo(factor, 6);
  });
});
