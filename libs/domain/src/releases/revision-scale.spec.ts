import { describe, expect, it } from '@jest/globals';
import { revisionScale, revisionStandsOut } from './revision-scale.js';

describe('revisionScale', () => {
  it.each([
    // most cells move: 1.4826 × 0.01
    ['of a release that moves everything', { median: 0.02, mad: 0.01, moved: 100, medianMove: 0.021 }, { centre: 0.02, scale: 0.014826 }],
    // key stage 2, December 2024: 32 of 649 moved, most by a point in 60
    ['of one that moves few', { median: 0, mad: 0, moved: 32, medianMove: 0.016 }, { centre: 0, scale: 0.0237216 }],
    ['of one that moves fewer than five', { median: 0, mad: 0, moved: 4, medianMove: 0.4 }, { centre: 0, scale: 0 }],
  ])('%s', (_, spread, expected) => {
    const { centre, scale } = revisionScale(spread);
    expect([centre, scale]).toEqual([expected.centre, expect.closeTo(expected.scale, 9)]);
  });
});

describe('revisionStandsOut', () => {
  it.each([
    // (34 − 58)/58 = −0.4138; the scale is max(0.0237216, 1/58 = 0.0172): 0.4138/0.0237216 = 17.44
    ['South West 58 → 34', { before: 58, after: 34 }, { centre: 0, scale: 0.0237216 }, 1, 17.44],
    // (53 − 57)/57 = −0.0702 / 0.0237216 = 2.96
    ['East of England 57 → 53', { before: 57, after: 53 }, { centre: 0, scale: 0.0237216 }, 1, null],
    ['a move of one rounding unit', { before: 57, after: 58 }, { centre: 0, scale: 0 }, 1, null],
    ['one of a rounding unit in binary fractions', { before: 57.9, after: 58 }, { centre: 0, scale: 0 }, 0.1, null],
    // four cells moved, so by rounding: 4 units of 1 in 50 are 4 > 3.5 scales of 1/50
    ['four units where nothing else moves', { before: 50, after: 54 }, { centre: 0, scale: 0 }, 1, 4],
    ['three units where nothing else moves', { before: 50, after: 53 }, { centre: 0, scale: 0 }, 1, null],
    // everything is raised by 10 %, this cell is not revised at all but by 2 units: |0.02 − 0.1|/0.02 = 4
    ['a cell that stayed behind', { before: 100, after: 102 }, { centre: 0.1, scale: 0.02 }, 1, 4],
    ['a figure that was 0', { before: 0, after: 9 }, { centre: 0, scale: 0 }, 1, null],
    // (−20 − −10)/10 = −1; 1/0.1 = 10
    ['a figure below 0', { before: -10, after: -20 }, { centre: 0, scale: 0.01 }, 1, 10],
  ])('%s', (_, cell, scale, roundingUnit, expected) => {
    const z = revisionStandsOut(cell, scale, roundingUnit);
    if (expected === null) expect(z).toBeNull();
    else expect(z).toBeCloseTo(expected, 2);
  });
});
