import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chanceBelow, normalCdf } from './normal-distribution.js';

describe('normalCdf', () => {
  // ½·erfc(−x/√2) in double precision, as in the tables of Abramowitz and Stegun 26.1 and 26.2
  it.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [1.2815515655446004, 0.9],
    [1.959963984540054, 0.975],
    [3, 0.9986501019683699],
    [-1, 0.15865525393145707],
    [-3, 0.0013498980316300957],
  ])('of %d is %d', (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThan(1e-15);
  });

  // far tail, relative error: ½·erfc(x/√2)
  it.each([
    [-5, 2.866515718791946e-7],
    [-5.5, 1.8989562465887738e-8],
    [-8, 6.220960574271819e-16],
    [-20, 2.7536241186063314e-89],
  ])('of %d is %d', (x, expected) => {
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(1e-9);
  });

  it('is symmetric, between 0 and 1, and never falls', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (x, step) => {
          const chance = normalCdf(x);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(Math.abs(chance + normalCdf(-x) - 1)).toBeLessThan(1e-14);
          expect(normalCdf(x + step)).toBeGreaterThanOrEqual(chance - 1e-15);
        },
      ),
    );
  });

  it.each([
    [-0.2, -0.3, 1],
    [-0.2, -0.2, 0],
    [-0.2, -0.1, 0],
  ])('without error, the chance below %d of a figure at %d is %d', (bound, mean, expected) => {
    expect(chanceBelow(bound, mean, 0)).toBe(expected);
  });

  it('takes infinities', () => {
    expect([normalCdf(Infinity), normalCdf(-Infinity)]).toEqual([1, 0]);
  });
});
