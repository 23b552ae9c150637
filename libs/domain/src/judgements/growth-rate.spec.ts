import { describe, expect, it } from '@jest/globals';
import { changeInWords, growthInWords, growthRate, passesZero } from './growth-rate.js';

describe('growth', () => {
  it.each<[number, number, number, number | undefined]>([
    [100, 121, 2, 0.1],
    [100, 81, 2, -0.1],
    [100, 100, 3, 0],
    [-100, -121, 2, 0.1],
    [100, 0, 5, -1],
    [100, 110, 0.5, 0.21],
    [0, 5, 2, undefined],
    [0, 0, 2, undefined],
    [5, -5, 2, undefined],
    [-5, 5, 2, undefined],
    [100, 121, 0, undefined],
    [100, 121, -1, undefined],
    [1e-300, 1e300, 1, undefined],
  ])('from %d to %d in %d years is %d', (start, end, years, rate) => {
    const found = growthRate(start, end, years);
    if (rate === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(rate, 9);
  });

  it('passes zero only from one side to the other', () => {
    expect([passesZero(1, -1), passesZero(-1, 1), passesZero(1, 0), passesZero(0, 1), passesZero(-1, -2)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('in words', () => {
    expect([0.0123, -0.0123, 0.0004, -0.0004, 12].map(growthInWords)).toEqual([
      '+1.2% a year',
      '−1.2% a year',
      '0.0% a year',
      '0.0% a year',
      '+1,200.0% a year',
    ]);
    // the size of a negative figure grows downwards
    expect([changeInWords(5, 0.1, false), changeInWords(-5, 0.1, false), changeInWords(5, -1, true)]).toEqual([
      'it changed by +10.0% a year',
      'it changed by −10.0% a year',
      'it has passed zero',
    ]);
  });
});
