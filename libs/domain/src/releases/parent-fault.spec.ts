import { describe, expect, it } from '@jest/globals';
import { averageFault, totalFault } from './parent-fault.js';

const figure = { value: 34, parts: 14, expected: 16, lowest: 48, highest: 65, sum: 800 };

describe('averageFault', () => {
  it.each([
    // 48 − 34 = 14 outside a range of 17: 1 + 14/17 = 1.82
    ['South West, 34 below parts of 48 to 65', figure, 1.82],
    ['a figure in the range', { ...figure, value: 58 }, null],
    ['one outside by a rounding unit', { ...figure, value: 47 }, null],
    // 70 − 65 = 5: 1 + 5/17 = 1.29
    ['one above', { ...figure, value: 70 }, 1.29],
    ['nothing where fewer than half of the parts have a figure', { ...figure, parts: 7, expected: 15 }, null],
    ['nothing by one part', { ...figure, parts: 1, expected: 1 }, null],
    // parts alike: 1 + 2/1 = 3
    ['parts that are all the same', { ...figure, lowest: 36, highest: 36 }, 3],
  ])('%s', (_, given, expected) => {
    const fault = averageFault(given, 1);
    if (expected === null) expect(fault).toBeNull();
    else expect(fault).toBeCloseTo(expected, 2);
  });
});

describe('totalFault', () => {
  const total = { value: 1000, parts: 4, expected: 4, lowest: 0, highest: 0, sum: 1000 };
  it.each([
    ['the sum', total, null],
    ['off by 1 %', { ...total, value: 1010 }, null],
    // 20/1000 = 2 %: twice the tolerance
    ['off by 2 %', { ...total, value: 1020 }, 2],
    ['a part is missing', { ...total, value: 2000, parts: 3 }, null],
    // each of four parts may be off by a unit
    ['small numbers, rounded', { ...total, value: 12, sum: 8 }, null],
    ['parts of nothing', { ...total, value: 5, sum: 0 }, 500],
  ])('%s', (_, given, expected) => {
    const fault = totalFault(given, 1);
    if (expected === null) expect(fault).toBeNull();
    else expect(fault).toBeCloseTo(expected, 6);
  });
});
