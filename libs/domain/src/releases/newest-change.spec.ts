import { describe, expect, it } from '@jest/globals';
import { newestChangeStandsOut } from './newest-change.js';

const yearly = (...values: number[]): { at: number; value: number }[] => values.map((value, index) => ({ at: 2010 + index, value }));

describe('newestChangeStandsOut', () => {
  it.each([
    // changes 1, 1, 1, 1, 1 and 15: deviation 0, so the scale is the rounding unit 1 and z = 14
    ['a leap after steady years', yearly(10, 11, 12, 13, 14, 15, 30), 1, { change: 15, usual: 1, z: 14 }],
    // changes 1, 3, 2, 5, 4: median 3, deviations 2, 0, 1, 2, 1 with median 1; (12 − 3)/1.4826 = 6.07
    ['a leap after unsteady years', yearly(10, 11, 14, 16, 21, 25, 37), 0.1, { change: 12, usual: 3, z: 6.07 }],
    // (8 − 3)/1.4826 = 3.37
    ['not what may happen', yearly(10, 11, 14, 16, 21, 25, 33), 0.1, null],
    ['nothing after four changes only', yearly(10, 11, 12, 13, 14, 90), 1, null],
    // 10 over five years is 2 a year: |2 − 1|/1
    ['nothing over a gap', [...yearly(10, 11, 12, 13, 14, 15), { at: 2020, value: 25 }], 1, null],
    // −9 against +1: 10
    ['a fall', yearly(10, 11, 12, 13, 14, 15, 6), 1, { change: -9, usual: 1, z: 10 }],
    ['nothing in an empty series', [], 1, null],
  ])('finds %s', (_, series, roundingUnit, expected) => {
    const found = newestChangeStandsOut(series, roundingUnit);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toEqual({ change: expected.change, usual: expected.usual, z: expect.closeTo(expected.z, 2) });
  });
});
