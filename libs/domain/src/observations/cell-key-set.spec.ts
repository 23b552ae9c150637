import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CellKeySet } from './cell-key-set.js';

describe('CellKeySet', () => {
  it('knows a cell again, and no other', () => {
    const cells = new CellKeySet();
    expect([cells.add(0, 0), cells.add(0, 1), cells.add(1, 0), cells.add(0, 0)]).toEqual([true, true, true, false]);
    expect(cells.size).toBe(3);
  });

  it('answers like a set of pairs', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 2 ** 21 - 1 }));
    const near = fc.tuple(fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(fc.array(fc.oneof(pair, near), { maxLength: 200 }), (pairs) => {
        const cells = new CellKeySet();
        const plain = new Set<string>();
        for (const [series, period] of pairs) {
          const key = `${series} ${period}`;
          expect(cells.add(series, period)).toBe(!plain.has(key));
          plain.add(key);
        }
        expect(cells.size).toBe(plain.size);
      }),
    );
  });

  it('grows past its first size', () => {
    const cells = new CellKeySet();
    for (let series = 0; series < 300; series++) for (let period = 0; period < 50; period++) cells.add(series, period);
    expect(cells.size).toBe(15_000);
    expect(cells.add(299, 49)).toBe(false);
  });
});
