import { describe, expect, it } from '@jest/globals';
import { alignmentOf } from './alignment.js';
import { disparityOf, geographyFitness } from './disparity.js';

const area = (code: string, value: number, within?: string) => ({ code, value, se: 1, ...(within === undefined ? {} : { within }) });
/** Mean 20; ((−10)² + 0 + 10²)/2 = 100, less se² of 1. */
const AREAS = [area('A', 10), area('B', 20), area('C', 30)];

describe('disparityOf', () => {
  it('is the variance less the mean se²', () => {
    expect(disparityOf(AREAS)).toBe(99);
  });

  it('is 0 where errors explain all, and nothing of two areas', () => {
    expect(disparityOf([area('A', 1), area('B', 1), area('C', 1.5)])).toBe(0);
    expect(disparityOf(AREAS.slice(1))).toBeUndefined();
  });
});

describe('alignmentOf', () => {
  const asked = { direction: 1 as const, areas: AREAS, baseline: new Map([['A', 15], ['B', 18], ['C', 30]]) };

  it.each([
    // A back to 15: mean 21.667; 44.44 + 2.78 + 69.44 = 116.67; /2 = 58.33; less 1
    ['every area', { ...asked, rule: { kind: 'every-area' } }, 'reduces', 57.333],
    // the worst up by 10 from 15 to 25: mean 25; 0 + 25 + 25 = 50; /2 = 25; less 1
    ['the worst', { ...asked, rule: { kind: 'worst-areas', group: { share: 33, by: 'mean-before-baseline', years: 3 }, change: { kind: 'change-by', amount: 10 } }, group: new Set(['A']) }, 'reduces', 24],
    // the top from 30 to 40: mean 23.33; 177.8 + 11.1 + 277.8 = 466.67; /2 = 233.33; less 1
    ['the top', { ...asked, rule: { kind: 'top-areas', group: { share: 33, by: 'mean-before-baseline', years: 3 }, change: { kind: 'change-by', amount: 10 } }, group: new Set(['C']) }, 'does-not-reduce', 232.333],
    ['a national level, every area by the same', { ...asked, rule: { kind: 'level', value: 25 }, whole: { today: 20, asked: 25 } }, 'does-not-reduce', 99],
    // all figures times 1.5: 100 · 2.25 = 225, less 1
    ['national percent', { ...asked, rule: { kind: 'change-by-percent', percent: 50 }, whole: { today: 20, asked: 30 } }, 'does-not-reduce', 224],
    // at the baseline 15, 18, 30: mean 21; 36 + 9 + 81 = 126; /2 = 63; less 1 = 62; half of the distance is a quarter of it
    ['a gap by half', { ...asked, rule: { kind: 'gap', measure: 'p90-minus-p10', byPercent: 50 } }, 'reduces', 15.5],
  ] as const)('%s', (_, request, answer, met) => {
    const found = alignmentOf(request);
    expect(found).toMatchObject({ answer, today: 99, areas: 3 });
    expect(found?.met).toBeCloseTo(met, 2);
  });

  it('says nothing where nothing can be met exactly', () => {
    expect(alignmentOf({ ...asked, rule: { kind: 'direction' } })).toBeUndefined();
    expect(alignmentOf({ ...asked, areas: [], rule: { kind: 'every-area' } })).toBeUndefined();
  });
});

describe('geographyFitness', () => {
  it('is what the finer level shows within, less the mean se²', () => {
    // within X: 10, 14 around 12 (8); within Y: 30, 36 around 33 (18); 26/(4 − 2) = 13, less 1
    // all around 22.5: 156.25 + 72.25 + 56.25 + 182.25 = 467; /3 = 155.67, less 1
    const found = geographyFitness([area('A', 10, 'X'), area('B', 14, 'X'), area('C', 30, 'Y'), area('D', 36, 'Y'), area('E', 99, 'Z'), area('F', 1)]);
    expect(found).toMatchObject({ within: 12, areas: 4, tracked: 2 });
    expect(found?.total).toBeCloseTo(154.667, 2);
    expect(found?.share).toBeCloseTo(12 / 154.667, 4);
  });

  it('cannot see within areas that have one finer area each', () => {
    expect(geographyFitness([area('A', 1, 'X'), area('B', 2, 'Y'), area('C', 3, 'Z')])).toBeUndefined();
  });
});
