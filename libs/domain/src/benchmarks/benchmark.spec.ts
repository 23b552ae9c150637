import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benchmarkOf, type Peers } from './benchmark.js';
import { classSpread, spreadsFrom } from './class-spread.js';
import { codeWithFigures, followedNeighbours } from './followed-places.js';
import { unfairnessOf } from './fair-model.js';
import { neighbourMean } from './neighbour-mean.js';

const at = (code: string, value: number, se = 0): { code: string; value: number; se: number } => ({ code, value, se });

describe('the middle of a class', () => {
  it('is the median with 1.4826 times the median absolute deviation', () => {
    // 1 2 4 8 16: median 4, deviations 3 2 0 4 12, their median 3, times 1.4826 = 4.4478
    const found = classSpread([16, 1, 8, 2, 4]);
    expect(found).toEqual({ count: 5, median: 4, spread: expect.closeTo(4.4478, 10) });
    expect(found && spreadsFrom(found, 8.4478)).toBeCloseTo(1, 10);
  });

  it('has no spread where more than half have the same figure', () => {
    expect(classSpread([100, 100, 100, 99, 3])).toEqual({ count: 5, median: 100, spread: null });
    expect(spreadsFrom({ count: 5, median: 100, spread: null }, 99)).toBeNull();
  });

  it('is none without figures', () => expect(classSpread([Number.NaN])).toBeUndefined());

  it('moves with its figures', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: -999, max: 999 }), (values, step) => {
        const [before, after] = [classSpread(values), classSpread(values.map((value) => value + step))];
        expect(after?.median).toBeCloseTo((before?.median ?? 0) + step, 9);
        expect(after?.spread ?? 0).toBeCloseTo(before?.spread ?? 0, 9);
      }),
    );
  });
});

describe('the mean of the ten nearest', () => {
  it('says how many of them had a figure, and asks nobody further off', () => {
    const codes = Array.from({ length: 12 }, (_, index) => `P${index}`);
    // P0 = 3 ± 0.3, P1 = 5 ± 0.4: mean 4, error √(0.09 + 0.16)/2 = 0.25; P11 is the twelfth
    expect(neighbourMean(codes, [at('P0', 3, 0.3), at('P1', 5, 0.4), at('P11', 99)])).toEqual({ mean: 4, se: 0.25, withFigure: 2, asked: 10 });
    expect(neighbourMean(codes, [at('P11', 99)])).toBeUndefined();
  });
});

describe('a place beside others', () => {
  const peers: Peers = { place: 'A', neighbours: ['B', 'C', 'D'], english: new Set(['A', 'B', 'E']), ofClass: new Set(['A', 'E']), direction: 'higher-is-better' };

  it('has its nearest, the medians, the mean and the rank', () => {
    expect(benchmarkOf([at('A', 5), at('B', 7), at('D', 1), at('E', 9)], peers)).toEqual({
      own: at('A', 5),
      nearest: at('B', 7),
      neighbours: { mean: 4, se: 0, withFigure: 2, asked: 3 },
      english: { count: 3, median: 7, spread: expect.closeTo(2.9652, 10) },
      ofClass: { count: 2, median: 7, spread: expect.closeTo(2.9652, 10) },
      rank: { rank: 2, tiedWith: 0, of: 3, best: 2, worst: 2, cannotBeRanked: false },
    });
  });

  it('puts nobody in the place of a nearest neighbour without a figure', () => {
    expect(benchmarkOf([at('A', 5), at('C', 7)], peers)).toMatchObject({ nearest: undefined, neighbours: { withFigure: 1 } });
    expect(benchmarkOf([at('B', 5)], peers)).toBeUndefined();
  });
});

describe('places whose codes have changed', () => {
  // Barnsley was recoded, Allerdale and Carlisle were merged, Cumbria was split
  const successors = new Map([['E08000016', ['E08000038']], ['E07000026', ['E06000063']], ['E07000028', ['E06000063']], ['E10000006', ['E06000063', 'E06000064']]]);

  it('are neighbours under the code of today, once', () => {
    expect(followedNeighbours('E06000001', ['E07000026', 'E08000016', 'E07000028', 'E10000006'], successors)).toEqual(['E06000063', 'E08000038', 'E10000006']);
    expect(followedNeighbours('E08000038', ['E08000016', 'E06000002'], successors)).toEqual(['E06000002']);
  });

  it('have their figures under the old or the new code, but never those of a part or of a whole', () => {
    expect(codeWithFigures('E08000038', new Set(['E08000016']), successors)).toBe('E08000016');
    expect(codeWithFigures('E08000016', new Set(['E08000038']), successors)).toBe('E08000038');
    expect(codeWithFigures('E06000063', new Set(['E07000026', 'E10000006']), successors)).toBeUndefined();
    expect(codeWithFigures('E07000026', new Set(['E06000063']), successors)).toBeUndefined();
  });
});

it('compares only by a model that holds no outcome', () => {
  expect((['global', 'economic', 'demographic'] as const).map(unfairnessOf)).toEqual(['made-of-outcomes', 'made-of-the-economy', null]);
});
