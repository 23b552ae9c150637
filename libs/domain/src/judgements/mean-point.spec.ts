import { describe, expect, it } from '@jest/globals';
import { pointOf, targetOf } from './judgement-arbitraries.js';
import { meanPoint } from './mean-point.js';
import type { SeriesPoint } from './target-to-judge.js';

const TARGET = targetOf({ kind: 'level', value: 60 }, []);
const [north, south] = [pointOf(2024, 40, 1.96, 'north'), pointOf(2024, 60, 1.96, 'south')];

describe('the mean of several areas', () => {
  it('counts each once, names its parts and has half of the error of one by √2', () => {
    const mean = meanPoint([north, south], TARGET);
    // errors 1 and 1, each with half the weight: √(0.25 + 0.25)
    expect(mean).toMatchObject({ key: 'mean north 2024 south 2024', value: 50, provisional: false, parts: ['north 2024', 'south 2024'] });
    expect(mean?.combinedError?.se).toBeCloseTo(Math.SQRT1_2, 12);
    expect(mean?.period).toBe(north.period);
  });

  it('counts people where they are given', () => {
    // three of four people in the north: 0.75·40 + 0.25·60; √(0.75² + 0.25²)
    const mean = meanPoint([north, south], TARGET, [300, 100]);
    expect(mean?.value).toBeCloseTo(45, 12);
    expect(mean?.combinedError?.se).toBeCloseTo(Math.sqrt(0.625), 12);
  });

  it('is provisional as soon as one part is, and names the cells of a part that is combined itself', () => {
    const sum: SeriesPoint = { ...south, provisional: true, parts: ['a', 'b'] };
    expect(meanPoint([north, sum], TARGET)).toMatchObject({ provisional: true, parts: ['north 2024', 'a', 'b'] });
    expect(meanPoint([north, { ...south, provisional: false }], TARGET)?.provisional).toBe(false);
  });

  it('is none of nothing', () => {
    expect(meanPoint([], TARGET)).toBeUndefined();
  });
});
