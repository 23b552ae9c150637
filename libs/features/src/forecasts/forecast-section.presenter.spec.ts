import { describe, expect, it } from '@jest/globals';
import { type TargetForecast } from '#domain/forecasts/target-forecast.js';
import { chanceLines } from './forecast-section.presenter.js';

const metric = { slug: 'rate', name: 'Rate', unit: '%', decimals: 1, roundingUnit: 0.1 };
const forecast = (horizon: number): TargetForecast => ({
  model: 'peers-level', peers: 300, latest: { periodKey: '2023-01-01/P1Y', value: 74 }, horizon, target: 80, chance: 0.125,
  steps: [{ periodKey: '2030-01-01/P1Y', quantiles: [70, 72, 74, 76, 81] }],
});
const PLAIN = { model: 'peers-level' as const, widening: [1], chance: { intercept: 0, slope: 1 } };
const cell = (horizon: number, coverage: number) => ({ horizon, coverage, points: 400, fails: coverage < 0.7 || coverage > 0.9 });

describe('the chance on a page', () => {
  it('is shown in figures and words where the test of its horizon held', () => {
    expect(chanceLines(forecast(2), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.5), cell(2, 0.82)], choice: PLAIN })).toEqual([
      'The chance of 80.0% or better in 2030, if things go on as they have: about 1 in 8, unlikely.',
    ]);
  });

  it('is not shown where its interval held too few figures, and the page says so', () => {
    const [line = '', ...rest] = chanceLines(forecast(2), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.8), cell(2, 0.554)], choice: PLAIN });
    expect([line.startsWith('No chance is shown.'), line.includes('2 periods ahead'), line.includes('held 55% of them'), rest]).toEqual([true, true, true, []]);
  });

  it('takes the longest horizon tested for one beyond, and says that it is farther', () => {
    expect(chanceLines(forecast(7), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.8), cell(4, 0.85)], choice: PLAIN }).at(-1)).toBe('The test reaches 4 periods ahead, and this is farther: take the chance with care.');
    expect(chanceLines(forecast(7), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.8), cell(4, 0.95)], choice: PLAIN })[0]).toContain('No chance is shown.');
  });

  // ln(p/(1 - p)) = intercept + slope·ln(q/(1 - q)), by hand: 0.125 is odds of 1 to 7; with e times the odds off, q = 1/(1 + 7/e) = 0.2797; with slope 2, q = 1/(1 + √7) = 0.2743
  it.each([
    ['the bands say more', { intercept: -1, slope: 1 }, 'The bands alone would say about 1 in 4, unlikely. Held against figures up to 2018, chances of this metric came true less often than the bands had said, and the chance above is put right by that.'],
    ['the bands say more, surer by far', { intercept: 0, slope: 2 }, 'The bands alone would say about 1 in 4, unlikely. Held against figures up to 2018, chances of this metric came true less often than the bands had said, and the chance above is put right by that.'],
    ['the bands say less', { intercept: 2, slope: 1 }, 'The bands alone would say about 1 in 50, very unlikely. Held against figures up to 2018, chances of this metric came true more often than the bands had said, and the chance above is put right by that.'],
    ['the bands say nothing', { intercept: -1.9459, slope: 0 }, 'The bands play no part in it: held against figures up to 2018, they said nothing about what came true, and the chance above is how often figures of this metric got better.'],
  ])('is explained where it differs from the fan: %s', (_, chance, line) => {
    expect(chanceLines(forecast(1), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.8)], choice: { ...PLAIN, chance } })).toEqual([expect.stringContaining('about 1 in 8, unlikely'), line]);
  });

  it('is not shown for a metric that was not tested', () => {
    expect(chanceLines(forecast(1), { rule: { kind: 'direction' }, metric }, { cells: [], choice: PLAIN })).toEqual(['No chance is shown: too few figures of this metric are old enough to test its forecasts.']);
  });
});
