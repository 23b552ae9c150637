import { describe, expect, it } from '@jest/globals';
import { kendallTau } from './kendall-tau.js';

const pairs = (x: number[], y: number[]): { x: number; y: number }[] => x.map((each, index) => ({ x: each, y: y[index] ?? 0 }));

describe('Kendall’s τ-b', () => {
  it.each<[string, number[], number[], number]>([
    // five pairs in one order, one in the other, of six
    ['without ties', [1, 2, 3, 4], [1, 3, 2, 4], 4 / 6],
    // four pairs in one order, none in the other; one tie on each side: 4 / √(5 × 5)
    ['with a tie on each side', [1, 1, 2, 3], [1, 2, 2, 3], 0.8],
    // one tie, in x alone: 2 / √(2 × 3)
    ['with a tie on one side', [1, 1, 2], [1, 2, 3], 2 / Math.sqrt(6)],
    ['turned round', [1, 2, 3, 4], [4, 3, 2, 1], -1],
    ['of two', [1, 2], [5, 6], 1],
  ])('%s', (_, x, y, tau) => {
    expect(kendallTau(pairs(x, y))?.tau).toBeCloseTo(tau, 12);
  });

  it.each<[string, number[], number[]]>([
    ['of nothing', [], []],
    ['of one', [1], [1]],
    ['where one side never changes', [1, 2, 3], [7, 7, 7]],
  ])('%s is none', (_, x, y) => {
    expect(kendallTau(pairs(x, y))).toBeUndefined();
  });
});

describe('its permutation test', () => {
  it('says how often chance alone is as far from 0, the same each time', () => {
    // of the 24 orders of four two are as far: the one and its opposite
    const four = kendallTau(pairs([1, 2, 3, 4], [1, 2, 3, 4]));
    expect(Math.abs((four?.p ?? 1) - 2 / 24)).toBeLessThan(0.02);
    expect(kendallTau(pairs([1, 2, 3, 4], [1, 2, 3, 4]))).toEqual(four);
    // of three orders of C − D = 1 among 6, every one is as far as 1 / 3
    expect(kendallTau(pairs([1, 2, 3], [1, 3, 2]))?.p).toBe(1);
    const many = Array.from({ length: 40 }, (_, index) => index);
    expect(kendallTau(pairs(many, many))?.p).toBe(1 / 2000);
  });
});
