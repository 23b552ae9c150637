import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { type ForecastChoice } from './forecast-choice.js';
import { forecastMetric } from './metric-forecast.js';

const WALK: ForecastChoice = { model: 'random-walk-with-drift', widening: [1], chance: { intercept: 0, slope: 1 } };

function series(code: string, values: readonly number[], from = 2008) {
  return {
    code,
    points: values.map((value, index) => {
      const period = parsePeriod(`${from + index}-01-01/P1Y`);
      if (!period) throw new Error('no period');
      return { key: `${code}/${index}`, period, value };
    }),
  };
}
const metric = (list: ReturnType<typeof series>[]) => ({ slug: 'years', unit: 'years', roundingUnit: 0.1, direction: 1 as const, series: list });

describe('the forecast of every series of a metric', () => {
  it('goes from the last figure of each, a walk’s middle by its mean step', () => {
    // 60 to 64 in 4 steps: 1 a year; the other ends two years earlier and falls by 0.5 a year
    const { series: found, tooFew } = forecastMetric({ metric: metric([series('A', [60, 61.5, 62, 62.5, 64]), series('B', [50, 49, 49], 2008), series('C', [7], 2012)]), choice: WALK, ahead: 2 });
    expect(found.map(({ code, latest, steps }) => [code, latest, steps.map(({ periodKey, quantiles }) => [periodKey, Number(quantiles[2]?.toFixed(6))])])).toEqual([
      ['A', { periodKey: '2012-01-01/P1Y', value: 64 }, [['2013-01-01/P1Y', 65], ['2014-01-01/P1Y', 66]]],
      ['B', { periodKey: '2010-01-01/P1Y', value: 49 }, [['2011-01-01/P1Y', 48.5], ['2012-01-01/P1Y', 48]]],
    ]);
    expect(tooFew).toEqual(['C']);
  });

  it('has quantiles in order, wider farther ahead', () => {
    const { series: [found] } = forecastMetric({ metric: metric([series('A', [60, 61.5, 62, 62.5, 64])]), choice: WALK, ahead: 5 });
    const widths = (found?.steps ?? []).map(({ quantiles }) => {
      expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
      return (quantiles[4] ?? 0) - (quantiles[0] ?? 0);
    });
    expect(widths).toHaveLength(5);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
  });

  it('is the same for a series whether others end with it or not, where each goes by itself', () => {
    const alone = forecastMetric({ metric: metric([series('A', [60, 61.5, 62, 62.5, 64])]), choice: WALK, ahead: 3 });
    const beside = forecastMetric({ metric: metric([series('B', [1, 2, 4, 4]), series('A', [60, 61.5, 62, 62.5, 64])]), choice: WALK, ahead: 3 });
    expect(beside.series.find(({ code }) => code === 'A')?.steps).toEqual(alone.series[0]?.steps);
  });

  it.each([
    [4, 'random-walk-with-drift', 1],
    [5, 'peers-level', 5],
  ] as const)('names the model that made it: beside %i series that is %s', (count, model, peers) => {
    const list = Array.from({ length: count }, (_, index) => series(`A${index}`, [60, 61 + index / 10, 62, 62.5 - index / 7, 64]));
    const { series: found } = forecastMetric({ metric: metric(list), choice: { ...WALK, model: 'peers-level' }, ahead: 1 });
    expect(found.map((one) => [one.model, one.peers])).toEqual(list.map(() => [model, peers]));
  });
});
