import { describe, expect, it } from '@jest/globals';
import { gapFindingOf, readingOf } from './gap-finding.js';
import { type GapAreas, gapAt } from './gap-measure.js';
import type { GapMeasure } from './target-to-judge.js';

/** 10, 20, 30 have the variance 100; with se² 19 each it is 81 without noise, and k = √0.81 = 0.9. */
function three(change: Partial<GapAreas> = {}): GapAreas {
  return { values: [10, 20, 30], weights: [1 / 3, 1 / 3, 1 / 3], errorVariances: [19, 19, 19], direction: 1, ...change };
}

describe('a gap at one end', () => {
  it.each<[string, GapMeasure, Partial<GapAreas>, number, number, number]>([
    // raw, corrected, and corrected over the mean 20 (over 400 for the variance)
    ['variance', 'variance-between-areas', {}, 100, 81, 81 / 400],
    ['highest − lowest', 'highest-minus-lowest', {}, 20, 18, 0.9],
    // p90 and p10 of three areas lie beyond the outer ranks 1/6 and 5/6
    ['p90 − p10', 'p90-minus-p10', {}, 20, 18, 0.9],
    // 30/10; (20 + 9)/(20 − 9); the distance 18 stands beside
    ['ratio', 'ratio', {}, 3, 29 / 11, 18],
    ['ratio of what lies below zero', 'ratio', { values: [-10, -20, -30], direction: -1 }, 3, 29 / 11, 18],
    ['fixed top', 'top-against-rest', { top: [false, false, true] }, 15, 15, 0.75],
    ['fixed top that has fallen behind', 'top-against-rest', { top: [true, false, false] }, 15, 15, 0.75],
    // a fifth is 0.6 of the best area: 30; the rest (0.4·30 + 20 + 10)/2.4 = 17.5; 12.5, times 0.9
    ['top chosen anew', 'top-against-rest', {}, 12.5, 11.25, 0.5625],
    ['top chosen anew, lower better', 'top-against-rest', { direction: -1 }, 12.5, 11.25, 0.5625],
    ['slope', 'slope-over-deprivation', { deprivationRanks: [5 / 6, 0.5, 1 / 6] }, 30, 30, 1.5],
  ])('%s', (_, measure, change, raw, corrected, relative) => {
    const found = gapAt(measure, three(change));
    expect(found?.raw.value).toBeCloseTo(raw, 9);
    expect(found?.corrected.value).toBeCloseTo(corrected, 9);
    expect(found?.relative?.value).toBeCloseTo(relative, 9);
    expect(found?.onlyNoise).toBe(false);
  });

  it.each<[GapMeasure, number]>([
    ['variance-between-areas', 0],
    ['p90-minus-p10', 0],
    ['ratio', 1],
  ])('%s where the errors explain the whole spread', (measure, corrected) => {
    const found = gapAt(measure, three({ errorVariances: [100, 100, 100] }));
    expect(found?.corrected.value).toBe(corrected);
    expect(found?.onlyNoise).toBe(true);
  });

  it('says nothing relative across zero, and no ratio', () => {
    const across = three({ values: [-10, 0, 10] });
    expect(gapAt('variance-between-areas', across)).not.toHaveProperty('relative');
    expect(gapAt('highest-minus-lowest', across)).not.toHaveProperty('relative');
    expect(gapAt('ratio', across)).toBeUndefined();
    expect(gapAt('ratio', three({ values: [0, 10, 20] }))).toBeUndefined();
  });

  it('has no slope without ranks', () => {
    expect(gapAt('slope-over-deprivation', three())).toBeUndefined();
  });

  it.each<GapMeasure>(['variance-between-areas', 'highest-minus-lowest', 'top-against-rest', 'ratio', 'slope-over-deprivation'])(
    'the slopes of %s are what a small step changes',
    (measure) => {
      const at = (values: number[]): GapAreas =>
        three({ values, weights: [0.3, 0.3, 0.4], deprivationRanks: [0.2, 0.5, 0.9], top: [false, true, true] });
      const values = [11, 22, 30];
      const found = gapAt(measure, at(values));
      for (const part of ['raw', 'corrected', 'relative'] as const) {
        if (measure === 'ratio') continue; // its quantiles are looked at through a window on purpose
        values.forEach((_, index) => {
          const stepped = gapAt(measure, at(values.map((value, one) => (one === index ? value + 1e-6 : value))));
          const change = ((stepped?.[part]?.value ?? 0) - (found?.[part]?.value ?? 0)) / 1e-6;
          expect(change).toBeCloseTo(found?.[part]?.slope[index] ?? Number.NaN, 3);
        });
      }
    },
  );
});

describe('the change of a gap', () => {
  const ends = { from: three({ errorVariances: [1, 1, 1] }), to: three({ values: [10, 22, 26], errorVariances: [1, 1, 4] }), covariances: [0, 0, 0.5] };

  it('takes the errors of measurement where they are greater than what the areas differ by', () => {
    // top 30 → 26 against the rest 15 → 16: 15 → 10
    const top = [false, false, true];
    const found = gapFindingOf('top-against-rest', { ...ends, from: { ...ends.from, top }, to: { ...ends.to, top } });
    // slopes 1, −½, −½: 4 + 1 − 2·0.5 for the top, ¼·(1 + 1) for each other: 5 in all; of the areas: one at the top tells
    // nothing, the changes 0 and 2 of the rest have s²/2 = 1
    expect(found?.corrected).toMatchObject({ baseline: 15, latest: 10, change: -5 });
    expect(found?.corrected.standardError).toBeCloseTo(Math.sqrt(5), 9);
    expect(found?.corrected.shown).toBe('narrower');
  });

  it('takes the jackknife where it is greater', () => {
    const top = [false, false, true];
    const found = gapFindingOf('top-against-rest', {
      from: three({ errorVariances: [0, 0, 0], top }),
      to: three({ values: [0, 40, 30], errorVariances: [0, 0, 0], top }),
      covariances: [0, 0, 0],
    });
    // the rest changes by −10 and +20: s² = 450, /2; 15 → 10
    expect(found?.corrected.standardError).toBeCloseTo(15, 9);
    expect(found?.corrected).toMatchObject({ change: -5, shown: 'neither' });
  });

  it('counts as much of the baseline as it is told', () => {
    const gap = gapAt('variance-between-areas', ends.from)?.raw;
    if (!gap) throw new Error('no gap');
    expect(readingOf(gap, gap, ends, 0.5).change).toBeCloseTo(50, 9);
    expect(readingOf(gap, gap, ends).change).toBe(0);
  });

  it('is not shown where it lies in the last digits of binary fractions', () => {
    const exact = { weights: [1 / 3, 1 / 3, 1 / 3], errorVariances: [0, 0, 0], direction: 1 } as const;
    const found = gapFindingOf('top-against-rest', {
      from: { ...exact, values: [0.1, 0.1, 0.1], top: [true, false, false] },
      to: { ...exact, values: [0.3, 0.1 + 0.2, 0.3], top: [true, false, false] },
      covariances: [0, 0, 0],
    });
    expect(found?.raw.shown).toBe('neither');
  });
});
