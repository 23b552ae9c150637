import { describe, expect, it } from '@jest/globals';
import { extremeOf, groupMeanOf, meanOf, noiseVarianceOf, quantileOf, varianceOf } from './area-estimates.js';
import { ranksOf, slopeIndexOf, topAndRestOf } from './area-inequality.js';
import type { Estimate } from './estimate.js';

const equal = (count: number): number[] => Array.from({ length: count }, () => 1 / count);
const five = { values: [3, 1, 10, 4, 2], weights: equal(5) };
const weighted = { values: [0, 4, 8], weights: [0.5, 0.25, 0.25] };
const squares = (numbers: Float64Array): number => numbers.reduce((total, number) => total + number ** 2, 0);

describe('figures of areas', () => {
  it.each<[string, number, number]>([
    // (3 + 1 + 10 + 4 + 2)/5
    ['mean', meanOf(five).value, 4],
    // deviations −1, −3, 6, 0, −2: squares 1 + 9 + 36 + 0 + 4 = 50, /4
    ['variance', varianceOf(five).value, 12.5],
    // mean 3; 0.5·9 + 0.25·1 + 0.25·25 = 11; 1 − Σw² = 1 − 0.375 = 0.625; 11/0.625
    ['weighted variance', varianceOf(weighted).value, 17.6],
    ['mean of a group', groupMeanOf(five, (index) => index === 2 || index === 3).value, 7],
    // 0.25·4 + 0.25·8 over 0.5
    ['weighted mean of a group', groupMeanOf(weighted, (index) => index > 0).value, 6],
    // equal weights: (4 + 1 + 1)/3
    ['noise', noiseVarianceOf(equal(3), [4, 1, 1]), 2],
    // 0.5·0.5·4 + 2·0.25·0.75·1 = 1.375, /0.625
    ['weighted noise', noiseVarianceOf(weighted.weights, [4, 1, 1]), 2.2],
    ['noise of one area', noiseVarianceOf([1], [4]), 0],
    ['variance of one area', varianceOf({ values: [7], weights: [1] }).value, 0],
    // sorted 1, 2, 3, 4, 10 stand at ranks 0.1, 0.3, 0.5, 0.7, 0.9
    ['median', quantileOf(five, 0.5).value, 3],
    ['ninth tenth', quantileOf(five, 0.9).value, 10],
    ['first tenth', quantileOf(five, 0.1).value, 1],
    ['between two', quantileOf(five, 0.8).value, 7],
    ['below the first rank', quantileOf(five, 0.05).value, 1],
    ['beyond the last rank', quantileOf(five, 0.99).value, 10],
    // 0 at 0.25, 4 at 0.625, 8 at 0.875: half of the way from 0.625
    ['weighted quantile', quantileOf(weighted, 0.75).value, 6],
    ['highest', extremeOf(five, 1).value, 10],
    ['lowest', extremeOf(five, -1).value, 1],
  ])('%s', (_, found, value) => {
    expect(found).toBeCloseTo(value, 12);
  });

  it.each<[string, Estimate, number]>([
    // s²/n = 12.5/5
    ['mean', meanOf(five), 2.5],
    // {10, 4}: s² = 18, /2
    ['mean of a group', groupMeanOf(five, (index) => index === 2 || index === 3), 9],
    ['mean of a group of one', groupMeanOf(five, (index) => index === 2), 0],
    // without each in turn the highest is 10, 10, 4, 10, 10: mean 8.8, (4/5)·(4·1.2² + 4.8²) = 23.04
    ['highest', extremeOf(five, 1), 23.04],
    // 1, 2, 1, 1, 1: mean 1.2, (4/5)·(4·0.04 + 0.64) = 0.64
    ['lowest', extremeOf(five, -1), 0.64],
    ['highest that two areas share', extremeOf({ values: [5, 5, 1], weights: equal(3) }, 1), 0],
    // squares of deviations less their mean 10: −9, −1, 26, −10, −6: sum of squares 894; each counts (1/5)/(4/5) = 1/4,
    // times 5/4: 894/16·1.25
    ['variance', varianceOf(five), 69.84375],
    // median 3: window 0.5 ± 1.96·√(0.25/5) = 0.438, from 1 (0.1) to 10 (0.9): sparsity 9/0.8 = 11.25; two below, two
    // above, itself half: 4·0.5² = 1; 11.25²·1/25·5/4
    ['median', quantileOf(five, 0.5), 6.328125],
  ])('jackknife variance of the %s', (_, { influence }, variance) => {
    expect(squares(influence)).toBeCloseTo(variance, 9);
  });

  it('an extreme hangs on the area that holds it', () => {
    // the highest is lost by 6 without the third: mean of the losses 6/5 = 1.2; √(4/5)·(0 − 1.2) and √(4/5)·(6 − 1.2)
    const [rest, holder] = [Math.sqrt(0.8) * -1.2, Math.sqrt(0.8) * 4.8];
    expect([...extremeOf(five, 1).influence].map((number) => Number(number.toFixed(9)))).toEqual([rest, rest, holder, rest, rest].map((number) => Number(number.toFixed(9))));
    expect([...extremeOf(five, 1).slope]).toEqual([0, 0, 1, 0, 0]);
    // the lowest, 1, would be 2: it falls by what the highest of the mirrored figures loses, 1; mean 0.2
    expect([...extremeOf(five, -1).influence].map((number) => Number(number.toFixed(9)))).toEqual(
      [0.2, -0.8, 0.2, 0.2, 0.2].map((number) => Number((Math.sqrt(0.8) * number).toFixed(9))),
    );
    // two that share it: half each, and nothing is lost without one of them
    expect([...extremeOf({ values: [5, 5, 1], weights: equal(3) }, 1).slope]).toEqual([0.5, 0.5, 0]);
  });

  it('the spread of areas hangs on how far each is from the mean', () => {
    // squares of distances less their mean 10 by 1/4 by √(5/4): −9, −1, 26, −10, −6
    const by = Math.sqrt(1.25) / 4;
    expect([...varianceOf(five).influence].map((number) => Number(number.toFixed(9)))).toEqual([-9, -1, 26, -10, -6].map((number) => Number((number * by).toFixed(9)) + 0));
    // twice the distance by 1/4: −1, −3, 6, 0, −2
    expect([...varianceOf(five).slope].map((number) => Number(number.toFixed(9)) + 0)).toEqual([-0.5, -1.5, 3, 0, -1]);
  });

  it('a quantile hangs on all areas within 1.96 standard errors of its rank', () => {
    // 100 areas 0…99: 0.9 ± 1.96·√(0.09/100) = 0.0588: ranks 0.845 to 0.955 are those of 84 to 95, twelve areas
    const { value, slope } = quantileOf({ values: Array.from({ length: 100 }, (_, index) => index), weights: equal(100) }, 0.9);
    expect(value).toBeCloseTo(89.5, 9);
    expect(slope[83]).toBe(0);
    expect(slope[84]).toBeCloseTo(1 / 12, 9);
    expect(slope[95]).toBeCloseTo(1 / 12, 9);
    expect(slope[96]).toBe(0);
    // density one area a unit: s = 100; Σ: 90 areas below at −0.1 and 10 above at 0.9: 90·0.01 + 10·0.81 = 9; 9/100²·100²·100/99/…
    expect(squares(quantileOf({ values: Array.from({ length: 100 }, (_, index) => index), weights: equal(100) }, 0.9).influence)).toBeCloseTo((9 * 100) / 99, 0);
  });
});

describe('inequality', () => {
  it('ranks areas by the share of weight below them, equal scores alike', () => {
    expect(ranksOf([30, 10, 10, 20], equal(4))).toEqual([0.875, 0.25, 0.25, 0.625]);
    expect(ranksOf([2, 1, 3], weighted.weights)).toEqual([0.5, 0.125, 0.875]);
  });

  it('slope index: from one end of the ranks to the other', () => {
    // ranks 1/6, 1/2, 5/6 and figures 30, 20, 10: −10 for each third
    const slope = slopeIndexOf({ values: [30, 20, 10], weights: equal(3) }, ranksOf([1, 2, 3], equal(3)));
    expect(slope.value).toBeCloseTo(-30, 9);
    // on the line nothing is left to the areas; dslope/dx = (r − r̄)/Σ(r − r̄)² = (∓1/3)/(2/9)
    expect(squares(slope.influence)).toBeCloseTo(0, 9);
    expect([...slope.slope].map((part) => Number(part.toFixed(6)))).toEqual([-1.5, 0, 1.5]);
  });

  it('slope index off the line', () => {
    // figures 30, 20, 16: slope Σ(r − r̄)(x − 22)/Σ(r − r̄)² = ((−1/3)·8 + (1/3)·(−6))/(2/9) = −21; residuals 1, −2, 1;
    // each pulls by ∓1.5, so 1.5²·(1 + 0 + 1) = 4.5, times 3/2
    const slope = slopeIndexOf({ values: [30, 20, 16], weights: equal(3) }, [1 / 6, 0.5, 5 / 6]);
    expect(slope.value).toBeCloseTo(-21, 9);
    expect(squares(slope.influence)).toBeCloseTo(6.75, 9);
  });

  it('all areas equally deprived have no slope', () => {
    const slope = slopeIndexOf({ values: [30, 20], weights: equal(2) }, [0.5, 0.5]);
    expect(slope.value).toBe(0);
    expect(squares(slope.slope)).toBe(0);
  });

  it('the best share and the rest, the area at the border in part', () => {
    // of 4 areas a fifth is 0.8 of the best one: 9; the rest is (0.2·9 + 4 + 2 + 1)/3.2 = 2.75
    const [top, rest] = topAndRestOf({ values: [1, 9, 4, 2], weights: equal(4) }, 0.2, 1);
    expect(top.value).toBeCloseTo(9, 9);
    expect(rest.value).toBeCloseTo(2.75, 9);
    expect([...rest.slope].map((part) => Number(part.toFixed(6)))).toEqual([0.3125, 0.0625, 0.3125, 0.3125]);
    // the border is 9: nobody beyond it above, influence 0; below: 9 − 2.75 − (9 − x)/0.8 = −3.75, 6.25, 0, −2.5:
    // squares 14.0625 + 39.0625 + 0 + 6.25 = 59.375, /16, times 4/3
    expect(squares(top.influence)).toBeCloseTo(0, 9);
    expect(squares(rest.influence)).toBeCloseTo(59.375 / 12, 9);
  });

  it('the best are the lowest where lower is better', () => {
    const [top, rest] = topAndRestOf({ values: [1, 9, 4, 2], weights: equal(4) }, 0.25, -1);
    expect([top.value, rest.value]).toEqual([1, 5]);
    // border 1: above it 1 − 5 + (x − 1)/0.75 = −4, 6.667, 0, −2.667
    expect([...rest.influence].map((part) => Number((part / Math.sqrt(4 / 3)).toFixed(4)))).toEqual([-1, 1.6667, 0, -0.6667]);
  });
});

describe('slopes', () => {
  it.each<[string, (values: number[]) => Estimate]>([
    ['mean', (values) => meanOf({ ...five, values })],
    ['variance', (values) => varianceOf({ ...five, values })],
    ['weighted variance', (values) => varianceOf({ values, weights: [0.4, 0.1, 0.2, 0.2, 0.1] })],
    ['group', (values) => groupMeanOf({ ...five, values }, (index) => index < 2)],
    ['slope index', (values) => slopeIndexOf({ ...five, values }, [0.1, 0.5, 0.3, 0.7, 0.9])],
    ['top', (values) => topAndRestOf({ ...five, values }, 0.3, 1)[0]],
    ['rest', (values) => topAndRestOf({ ...five, values }, 0.3, 1)[1]],
    ['highest', (values) => extremeOf({ ...five, values }, 1)],
  ])('of the %s are what a small step changes', (_, of) => {
    const { value, slope } = of(five.values);
    five.values.forEach((_value, index) => {
      const stepped = of(five.values.map((one, at) => (at === index ? one + 1e-6 : one)));
      expect((stepped.value - value) / 1e-6).toBeCloseTo(slope[index] ?? Number.NaN, 4);
    });
  });
});
