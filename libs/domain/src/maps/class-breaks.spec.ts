import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classBreaks, classOf, MOST_CLASSES } from './class-breaks.js';

describe('the classes of a map', () => {
  it('hold about as many places each', () => {
    expect(classBreaks([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual([
      { low: 1, high: 2, count: 2 },
      { low: 3, high: 4, count: 2 },
      { low: 5, high: 6, count: 2 },
      { low: 7, high: 8, count: 2 },
      { low: 9, high: 10, count: 2 },
    ]);
  });

  it('never part places with the same figure', () => {
    expect(classBreaks([1, 5, 5, 5, 5, 5, 5, 9])).toEqual([{ low: 1, high: 5, count: 7 }, { low: 9, high: 9, count: 1 }]);
    expect(classBreaks([100, 100])).toEqual([{ low: 100, high: 100, count: 2 }]);
    expect(classBreaks([])).toEqual([]);
  });

  it('are five at most, none empty, and every figure is in exactly one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }), (values) => {
        const classes = classBreaks(values);
        expect(classes.length).toBeLessThanOrEqual(MOST_CLASSES);
        expect(classes.map(({ count }) => count)).toEqual(classes.map((_, index) => values.filter((value) => classOf(value, classes) === index).length));
        expect(classes.every(({ count }) => count > 0) && values.every((value) => classOf(value, classes) >= 0)).toBe(true);
      }),
    );
  });
});
