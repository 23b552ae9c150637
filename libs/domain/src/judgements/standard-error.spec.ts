import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standardErrorOf } from './standard-error.js';

const ROUNDING = 0.1 / Math.sqrt(12); // 0.02887

describe('standardErrorOf', () => {
  it.each([
    // (63.1 − 62.7)/3.92
    ['an even interval', { value: 62.9, lower: 62.7, upper: 63.1 }, 0.4 / 3.92, 'interval'],
    // sides 0.2 and 0.1: two rounding units may differ by rounding alone
    ['an interval uneven by rounding', { value: 63.1, lower: 62.9, upper: 63.2 }, 0.3 / 3.92, 'interval'],
    [
      'an interval uneven by one and a half rounding units',
      { value: 10, lower: 9.7, upper: 10.15 },
      0.45 / 3.92,
      'interval',
    ],
    // sides 1 and 3: 3/1.96
    ['a truly uneven interval', { value: 10, lower: 9, upper: 13 }, 3 / 1.96, 'unequal-interval'],
    ['an interval narrower than rounding', { value: 89, lower: 89, upper: 89 }, ROUNDING, 'rounding'],
    ['a value outside its interval by rounding', { value: 10.1, lower: 9, upper: 10 }, 2.2 / 3.92, 'unequal-interval'],
    // 3 to the farther limit: 3/1.96, and never surer than a value beside the interval
    ['a value far outside its interval', { value: 12, lower: 9, upper: 10 }, 3 / 1.96, 'unequal-interval'],
    ['a value far under its interval', { value: 7, lower: 9, upper: 10 }, 3 / 1.96, 'unequal-interval'],
    ['limits the wrong way round', { value: 10, lower: 11, upper: 9 }, ROUNDING, 'rounding'],
    ['one limit only', { value: 10, lower: 9 }, ROUNDING, 'rounding'],
    ['an infinite limit', { value: 10, lower: 9, upper: Infinity }, ROUNDING, 'rounding'],
    ['no interval', { value: 10 }, ROUNDING, 'rounding'],
  ])('of %s', (_, point, se, basis) => {
    const found = standardErrorOf(point, { roundingUnit: 0.1 });
    expect(found.se).toBeCloseTo(se, 12);
    expect(found.basis).toBe(basis);
  });

  it.each([
    // 100·√(0.62·0.38/2,000) = 1.0854
    ['a share of 2,000 people', 62, { kind: 'binomial' as const, n: 2000 }, 1.085357, 'count'],
    // √(0.62·0.38/20), the whole being 1
    ['a proportion of 20 people', 0.62, { kind: 'binomial' as const, n: 20, scale: 1 }, 0.1085357, 'count'],
    // 100·√(0.65·0.35/650,000) = 0.0592
    ['a share of every pupil', 65, { kind: 'binomial' as const, n: 650000 }, 0.05916, 'count'],
    // 100·√(0.65·0.35/6,500,000) = 0.0187 is less than the rounding error
    [
      'a share of so many that rounding is the greater error',
      65,
      { kind: 'binomial' as const, n: 6500000 },
      ROUNDING,
      'rounding',
    ],
    // at 100 % the formula would claim certainty
    ['a share of 100%', 100, { kind: 'binomial' as const, n: 50 }, ROUNDING, 'rounding'],
    // 10/√400
    ['a rate on 400 events', 10, { kind: 'poisson' as const, events: 400 }, 0.5, 'count'],
    ['a rate on no events', 0, { kind: 'poisson' as const, events: 0 }, ROUNDING, 'rounding'],
    ['a share of nobody', 50, { kind: 'binomial' as const, n: 0 }, ROUNDING, 'rounding'],
  ])('from the count: %s', (_, value, countBehind, se, basis) => {
    const found = standardErrorOf({ value }, { roundingUnit: 0.1, countBehind });
    expect(found.se).toBeCloseTo(se, 5);
    expect(found.basis).toBe(basis);
  });

  it('prefers the published interval to the count', () => {
    const countBehind = { kind: 'binomial' as const, n: 10 };
    expect(standardErrorOf({ value: 50, lower: 48, upper: 52 }, { roundingUnit: 1, countBehind }).basis).toBe(
      'interval',
    );
  });

  it.each<[string, number[], number, string]>([
    // √((0.3² + 0.4² + 0²)/3) = 0.288675
    ['three revisions', [0.3, -0.4, 0], 0.288675, 'revisions'],
    // always the same way is an error too: its deviation would be 0
    ['revisions one way', [0.2, 0.2, 0.2], 0.2, 'revisions'],
    ['two are too few', [0.3, -0.4], ROUNDING, 'rounding'],
    ['what is no number is none', [0.3, -0.4, Number.NaN], ROUNDING, 'rounding'],
    ['revisions below rounding', [0.01, 0.01, 0.01], ROUNDING, 'rounding'],
    ['none', [], ROUNDING, 'rounding'],
  ])('from past revisions: %s', (_, pastRevisions, se, basis) => {
    const found = standardErrorOf({ value: 62 }, { roundingUnit: 0.1, pastRevisions });
    expect(found.se).toBeCloseTo(se, 6);
    expect(found.basis).toBe(basis);
  });

  it('prefers a published interval and a count to past revisions', () => {
    const pastRevisions = [5, 5, 5];
    const countBehind = { kind: 'binomial' as const, n: 2000 };
    expect(standardErrorOf({ value: 50, lower: 48, upper: 52 }, { roundingUnit: 0.1, pastRevisions }).basis).toBe(
      'interval',
    );
    expect(standardErrorOf({ value: 62 }, { roundingUnit: 0.1, countBehind, pastRevisions }).basis).toBe('count');
    // an interval that is none, and a count of nobody
    const nobody = { kind: 'binomial' as const, n: 0 };
    const found = standardErrorOf(
      { value: 50, lower: 52, upper: 48 },
      { roundingUnit: 0.1, countBehind: nobody, pastRevisions },
    );
    expect(found).toEqual({ se: 5, basis: 'revisions' });
  });

  it.each([
    // √(3² + 4·0.1²/12) = 3.000556
    ['known and rounded parts', { se: 3, roundings: 4 }, 3.000556, 'combined'],
    ['known parts alone', { se: 0.001, roundings: 0 }, 0.001, 'combined'],
    // 2·0.1/√12
    ['rounded parts alone', { se: 0, roundings: 4 }, 2 * ROUNDING, 'rounding'],
  ])('of a combined figure: %s', (_, combinedError, se, basis) => {
    // whatever else is said of it
    const published = { roundingUnit: 0.1, pastRevisions: [9, 9, 9] };
    const found = standardErrorOf({ value: 62, lower: 0, upper: 100, combinedError }, published);
    expect(found.se).toBeCloseTo(se, 6);
    expect(found.basis).toBe(basis);
  });

  it('is never below the rounding error, and never smaller for a wider even interval', () => {
    const side = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(side, side, fc.integer({ min: -1000, max: 1000 }), (narrow, more, value) => {
        const of = (width: number): number =>
          standardErrorOf({ value, lower: value - width, upper: value + width }, { roundingUnit: 0.1 }).se;
        expect(of(narrow)).toBeGreaterThanOrEqual(ROUNDING);
        expect(of(narrow + more)).toBeGreaterThanOrEqual(of(narrow) * (1 - 1e-9));
      }),
    );
  });
});
