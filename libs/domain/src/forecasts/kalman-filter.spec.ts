import { describe, expect, it } from '@jest/globals';
import { kalmanFilter, predictionAfter } from './kalman-filter.js';
import { fittedLevel, levelAfter } from './level-fit.js';

const at = (time: number, value: number, variance: number) => ({ time, value, variance });

describe('the Kalman filter of a local level', () => {
  it('starts at the first figure and weighs the next by its error', () => {
    // level 10 ± var 2; a year later var 2 + 1 = 3, error 3: F = 6, gain ½, miss 4: level 12, var 3·½ = 1.5; ln L = −½(ln 2π·6 + 16/6)
    const found = kalmanFilter([at(2010, 10, 2), at(2011, 14, 3)], { level: 1, slope: 0, belief: 'none' });
    expect(found?.state).toMatchObject({ level: 12, levelVariance: 1.5, slope: 0 });
    expect(found?.logLikelihood).toBeCloseTo(-(Math.log(2 * Math.PI * 6) + 16 / 6) / 2, 12);
  });

  it('adds a step’s variance for every year of a gap, and the error of the figure to come', () => {
    // 1.5 + 3·1 + 3 = 7.5
    const model = { level: 1, slope: 0, belief: 'none' } as const;
    const found = kalmanFilter([at(2010, 10, 2), at(2011, 14, 3)], model);
    expect(found && predictionAfter(found.state, 3, model, 3)).toEqual({ mean: 12, sd: Math.sqrt(7.5), df: Infinity });
  });
});

describe('the Kalman filter of a local trend', () => {
  it('takes an unknown slope from the first two figures, exactly', () => {
    // slope (16 − 10)/2 = 3; its variance (1 + 2 + 0.5·2)/4 = 1; two years on: 16 + 6, variance 2 + 2·2·(2/2) + 4·1 + 0.5·2 = 11
    const model = { level: 0.5, slope: 0, belief: 'unknown' } as const;
    const found = kalmanFilter([at(2010, 10, 1), at(2012, 16, 2)], model);
    expect(found?.state).toMatchObject({ level: 16, slope: 3, levelVariance: 2, covariance: 1, slopeVariance: 1 });
    const ahead = found && predictionAfter(found.state, 2, model, 0);
    expect([ahead?.mean, ahead && ahead.sd ** 2]).toEqual([22, expect.closeTo(11, 12)]);
  });

  it('begins with what peers show of the slope', () => {
    // 2011: 10 + 2 = 12 ± (1 + 4 + 0) = 5, error 5: gain ½ on a miss of 2: level 13; slope 2 + (4/10)·2 = 2.8
    const found = kalmanFilter([at(2010, 10, 1), at(2011, 14, 5)], { level: 0, slope: 0, belief: { mean: 2, variance: 4 } });
    expect(found?.state.level).toBeCloseTo(13, 12);
    expect(found?.state.slope).toBeCloseTo(2.8, 12);
  });
});

describe('a level fitted by maximum likelihood', () => {
  it('does not move where the figures err and nothing else happens', () => {
    const noise = [0.3, -0.4, 0.2, -0.3, 0.4, -0.2, 0.1, -0.1];
    const fit = fittedLevel(noise.map((value, index) => at(2010 + index, 50 + value, 0.25)), { trend: false, belief: 'none' });
    expect(fit?.model.level).toBeLessThan(0.01);
    const ahead = fit && levelAfter(fit, 1);
    expect(ahead?.mean).toBeCloseTo(50, 1);
    expect(ahead?.sd).toBeGreaterThan(0.5);
  });

  it('is safe with a constant series without error, and refuses two points', () => {
    const constant = [2010, 2011, 2012, 2013].map((time) => at(time, 7, 0));
    const fit = fittedLevel(constant, { trend: true, belief: 'unknown' });
    expect(fit && levelAfter(fit, 5)).toEqual({ mean: 7, sd: 0, df: Infinity });
    expect(fittedLevel(constant.slice(0, 2), { trend: false, belief: 'none' })).toBeUndefined();
  });
});
