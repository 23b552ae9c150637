import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { combinedErrorOf, distanceSeries, keysOf, ratioSeries } from './combined-series.js';
import { standardErrorOf } from './standard-error.js';
import { summedSeries } from './summed-series.js';
import type { SeriesPoint } from './target-to-judge.js';

function point(period: string, value: number, se?: number, cell = 'own'): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  const interval = se === undefined ? {} : { lower: value - 1.96 * se, upper: value + 1.96 * se };
  return { key: `${cell} ${period}`, period: parsed, value, ...interval };
}

const YEAR = '2024-01-01/P1Y';
const published = { roundingUnit: 0.1 };

describe('a ratio', () => {
  it('combines the relative errors', () => {
    // 30/20 = 1.5; (3/30)² + (1/20)² = 0.0125; 1.5·√0.0125 = 0.167705
    const [found] = ratioSeries({ own: [point(YEAR, 30, 3)], other: [point(YEAR, 20, 1, 'other')], published });
    expect(found).toMatchObject({ value: 1.5, parts: [`own ${YEAR}`, `other ${YEAR}`], provisional: false });
    expect(found && standardErrorOf(found, published)).toEqual({ se: expect.closeTo(0.167705, 6), basis: 'combined' });
  });

  it('has an error at zero too', () => {
    // 3/20; of the denominator nothing
    const [found] = ratioSeries({ own: [point(YEAR, 0, 3)], other: [point(YEAR, 20, 1, 'other')], published });
    expect(found?.value).toBe(0);
    expect(found && standardErrorOf(found, published).se).toBeCloseTo(0.15, 9);
  });

  it('of figures that are only rounded is only rounded', () => {
    // 0.1/√12·√(1/20² + (1.5/20)²) = 0.028868·0.0901388
    const [found] = ratioSeries({ own: [point(YEAR, 30)], other: [point(YEAR, 20)], published });
    expect(found?.combinedError).toEqual({ se: 0, roundings: expect.closeTo(0.008125, 9) });
    expect(found && standardErrorOf(found, published)).toEqual({
      se: expect.closeTo(0.00260208, 8),
      basis: 'rounding',
    });
  });

  it('adds rounding of one side to the known error of the other', () => {
    // √((3/20)² + (0.028868·1.5/20)²)
    const [found] = ratioSeries({ own: [point(YEAR, 30, 3)], other: [point(YEAR, 20)], published });
    expect(found && standardErrorOf(found, published)).toEqual({
      se: expect.closeTo(Math.hypot(0.15, 0.00216506), 8),
      basis: 'combined',
    });
  });

  it('knows a count or past revisions of the first series, and not of the second', () => {
    // 30/√100 = 3, as above; the second only rounded
    const known = { roundingUnit: 0, countBehind: { kind: 'poisson' as const, events: 100 } };
    const [found] = ratioSeries({ own: [point(YEAR, 30)], other: [point(YEAR, 20)], published: known });
    expect(found?.combinedError).toEqual({ se: expect.closeTo(0.15, 9), roundings: expect.closeTo(0.005625, 9) });
  });

  it('is absent where one side is, or the denominator is zero', () => {
    const own = [point('2021-01-01/P1Y', 1), point('2022-01-01/P1Y', 1), point('2023-01-01/P1Y', 1), point(YEAR, 1)];
    const other = [
      point('2021-01-01/P1Y', Number.NaN),
      point('2022-01-01/P1Y', 0),
      point(YEAR, 4),
      point('2025-01-01/P1Y', 4),
    ];
    expect(ratioSeries({ own, other, published }).map(({ period, value }) => [period.label, value])).toEqual([
      ['2024', 0.25],
    ]);
  });

  it('is absent where it is beyond all numbers', () => {
    expect(ratioSeries({ own: [point(YEAR, 1e300)], other: [point(YEAR, 1e-300)], published })).toEqual([]);
    expect(ratioSeries({ own: [point(YEAR, 1)], other: [point(YEAR, 1e-200)], published })).toEqual([]);
  });

  it('is provisional where one side is', () => {
    const other = [{ ...point(YEAR, 20), provisional: true }];
    expect(ratioSeries({ own: [point(YEAR, 30)], other, published })[0]?.provisional).toBe(true);
    expect(ratioSeries({ own: other, other: [point(YEAR, 30)], published })[0]?.provisional).toBe(true);
  });

  it('sets snapshots of one month against each other', () => {
    const pair = { own: [point('2024-04-17', 30)], other: [point('2024-04-24', 20)], published };
    expect(ratioSeries(pair).map(({ value }) => value)).toEqual([1.5]);
  });
});

describe('a distance', () => {
  it.each<[1 | -1, number]>([
    [1, 4], // higher is better: 34 − 30 behind
    [-1, -4], // lower is better: ahead
  ])('in the better direction of %d is %d', (direction, value) => {
    // √(3² + 4²) = 5
    const [found] = distanceSeries(
      { own: [point(YEAR, 30, 3)], other: [point(YEAR, 34, 4, 'other')], published },
      direction,
    );
    expect(found).toMatchObject({ value, parts: [`own ${YEAR}`, `other ${YEAR}`] });
    expect(found && standardErrorOf(found, published).se).toBeCloseTo(5, 9);
  });

  it('of two rounded figures carries two roundings', () => {
    const [found] = distanceSeries({ own: [point(YEAR, 30)], other: [point(YEAR, 34)], published }, 1);
    expect(found?.combinedError).toEqual({ se: 0, roundings: 2 });
  });
});

describe('a sum of areas', () => {
  const north = {
    code: 'E1',
    series: [point('2022-01-01/P1Y', 10, 3, 'n'), point('2023-01-01/P1Y', 11, 3, 'n'), point(YEAR, 12, 3, 'n')],
  };
  const south = { code: 'E2', series: [point(YEAR, 30, 4, 's'), point('2022-01-01/P1Y', 20, 4, 's')] };

  it('counts a period only where every area has its figure', () => {
    const found = summedSeries([north, south], published);
    expect(found.map(({ period, value }) => [period.label, value])).toEqual([
      ['2022', 30],
      ['2024', 42],
    ]);
    expect(found[1]).toMatchObject({ parts: [`n ${YEAR}`, `s ${YEAR}`], provisional: false });
    // √(3² + 4²)
    expect(found[1] && standardErrorOf(found[1], published)).toEqual({ se: expect.closeTo(5, 9), basis: 'combined' });
    expect(new Set(found.map(({ key }) => key)).size).toBe(2);
  });

  it('takes the rounding of each where no interval is published', () => {
    const plain = [1, 2, 3].map((value) => ({ code: `E${value}`, series: [point(YEAR, value)] }));
    // √3·0.1/√12 = 0.05; known or not when the sum was made
    for (const [found] of [summedSeries(plain), summedSeries(plain, published)]) {
      expect(found && standardErrorOf(found, published)).toEqual({ se: expect.closeTo(0.05, 9), basis: 'rounding' });
    }
  });

  it('leaves out what is no number, and what is doubled', () => {
    const gap = { code: 'E3', series: [point('2022-01-01/P1Y', Number.NaN), point(YEAR, 1)] };
    expect(summedSeries([north, gap], published).map(({ value }) => value)).toEqual([13]);
    const twice = { code: 'E4', series: [point(YEAR, 1), point(YEAR, 5)] };
    expect(summedSeries([twice, south], published).map(({ value }) => value)).toEqual([31]);
    expect(summedSeries([])).toEqual([]);
    expect(summedSeries([{ code: 'E5', series: [] }, south])).toEqual([]);
  });

  it('is provisional where one area is', () => {
    const early = { code: 'E6', series: [{ ...point(YEAR, 1), provisional: true }] };
    expect(summedSeries([south, early])[0]?.provisional).toBe(true);
  });

  it('judges the evenness of an interval by what the figures are rounded to', () => {
    // 9 to 11.1 around 10 is even to a rounding of 0.1: 2.1/3.92; by itself its longer side: 2.2/3.92
    const uneven = [{ code: 'E1', series: [{ ...point(YEAR, 10), lower: 9, upper: 11.1 }] }];
    expect(summedSeries(uneven, published)[0]?.combinedError?.se).toBeCloseTo(2.1 / 3.92, 9);
    expect(summedSeries(uneven)[0]?.combinedError?.se).toBeCloseTo(2.2 / 3.92, 9);
  });

  it('can be summed again, and keeps its parts', () => {
    const [first] = summedSeries([north, south], published).slice(-1);
    const again =
      first &&
      summedSeries(
        [
          { code: 'A', series: [first] },
          { code: 'B', series: [point(YEAR, 1)] },
        ],
        published,
      );
    expect(again?.[0]?.parts).toEqual([`n ${YEAR}`, `s ${YEAR}`, `own ${YEAR}`]);
    expect(again?.[0]?.combinedError).toEqual({ se: expect.closeTo(5, 9), roundings: 1 });
  });
});

describe('errors and keys of parts', () => {
  it('counts the roundings within a part', () => {
    const sum = { ...point(YEAR, 5), combinedError: { se: 0, roundings: 3 } };
    expect(combinedErrorOf([{ point: sum, weight: 2, published }])).toEqual({ se: 0, roundings: 12 });
  });

  it('names every cell once', () => {
    const whole = { ...point(YEAR, 5), parts: ['a', 'b'] };
    expect(keysOf([whole, { ...point(YEAR, 1), key: 'b' }, point(YEAR, 1)])).toEqual(['a', 'b', `own ${YEAR}`]);
  });
});
