import { describe, expect, it } from '@jest/globals';
import { type TargetForecast } from '#domain/forecasts/target-forecast.js';
import { chanceLines } from './forecast-section.presenter.js';

const metric = { slug: 'rate', name: 'Rate', unit: '%', decimals: 1, roundingUnit: 0.1 };
const forecast = (horizon: number): TargetForecast => ({
  model: 'peers-level', peers: 300, latest: { periodKey: '2023-01-01/P1Y', value: 74 }, horizon, target: 80, chance: 0.125,
  steps: [{ periodKey: '2030-01-01/P1Y', quantiles: [70, 72, 74, 76, 81] }],
});
const cell = (horizon: number, coverage: number) => ({ horizon, coverage, points: 400, fails: coverage < 0.7 || coverage > 0.9 });

describe('the chance on a page', () => {
  it('is shown in figures and words where the test of its horizon held', () => {
    expect(chanceLines(forecast(2), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.5), cell(2, 0.82)] })).toEqual([
      'The chance of 80.0% or better in 2030, if things go on as they have: about 1 in 8, unlikely.',
    ]);
  });

  it('is not shown where its interval held too few figures, and the page says so', () => {
    const [line = '', ...rest] = chanceLines(forecast(2), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.8), cell(2, 0.554)] });
    expect([line.startsWith('No chance is shown.'), line.includes('2 periods ahead'), line.includes('held 55% of them'), rest]).toEqual([true, true, true, []]);
  });

  it('takes the longest horizon tested for one beyond, and says that it is farther', () => {
    expect(chanceLines(forecast(7), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.8), cell(4, 0.85)] }).at(-1)).toBe('The test reaches 4 periods ahead, and this is farther: take the chance with care.');
    expect(chanceLines(forecast(7), { rule: { kind: 'level' }, metric }, { cells: [cell(1, 0.8), cell(4, 0.95)] })[0]).toContain('No chance is shown.');
  });

  it('is not shown for a metric that was not tested', () => {
    expect(chanceLines(forecast(1), { rule: { kind: 'direction' }, metric }, { cells: [] })).toEqual(['No chance is shown: too few figures of this metric are old enough to test its forecasts.']);
  });
});
