import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import type { SeriesPoint } from './target-to-judge.js';
import { yearlyPace } from './yearly-pace.js';

function point(period: string, value: number): SeriesPoint {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(period);
  return { key: period, period: parsed, value };
}

const years = (figures: Readonly<Record<number, number>>): SeriesPoint[] =>
  Object.entries(figures).map(([year, value]) => point(`${year}-01-01/P1Y`, value));

describe('yearlyPace', () => {
  it('is the mean of the last five yearly changes', () => {
    // 2018 to 2023: 5, 1, −2, 3, 3; before it a leap that does not count
    const found = yearlyPace(years({ 2017: 0, 2018: 50, 2019: 55, 2020: 56, 2021: 54, 2022: 57, 2023: 60 }), {});
    expect(found).toMatchObject({ perYear: 2, years: 5, last: 3 });
    expect(found?.used.map(({ key }) => key).sort()[0]).toBe('2018-01-01/P1Y');
  });

  it('takes as many as there are', () => {
    expect(yearlyPace(years({ 2022: 57, 2023: 60 }), {})).toMatchObject({ perYear: 3, years: 1 });
    expect(yearlyPace(years({ 2023: 60 }), {})).toBeUndefined();
    expect(yearlyPace([], {})).toBeUndefined();
  });

  it('spreads the change of a gap over its years', () => {
    // 2020 to 2022: +6, two yearly changes of 3; 2022 to 2023: +1; 2019 to 2020: +1; 2018 to 2019: +2 → 10/5
    const found = yearlyPace(years({ 2018: 50, 2019: 52, 2020: 53, 2022: 59, 2023: 60 }), {});
    expect(found).toMatchObject({ perYear: 2, years: 5, last: 1 });
  });

  it('takes of a gap that reaches beyond five years only its part in them', () => {
    // 2019 to 2023: +4 in four years; 2015 to 2019: +20 in four years, of which one year, 5 → 9/5
    expect(yearlyPace(years({ 2015: 36, 2019: 56, 2023: 60 }), {})).toMatchObject({ perYear: 1.8, years: 5, last: 1 });
    // one gap of ten years: a tenth of it each
    expect(yearlyPace(years({ 2013: 40, 2023: 60 }), {})).toMatchObject({ perYear: 2, years: 5 });
  });

  it('takes yearly snapshots on shifting days for yearly changes', () => {
    // 10 April 2018 to 23 April 2023 is 5.036 years, five changes of 2
    const days = ['2018-04-10', '2019-04-17', '2020-04-15', '2021-04-21', '2022-04-20', '2023-04-23'];
    const found = yearlyPace([point('2017-04-12', 0), ...days.map((day, index) => point(day, 50 + 2 * index))], {});
    expect(found?.years).toBeCloseTo(5 + 13 / 30 / 12, 9);
    expect(found?.perYear).toBeCloseTo(10 / (5 + 13 / 30 / 12), 9);
  });

  it('takes twenty changes of quarters', () => {
    const quarters = Array.from({ length: 25 }, (_, index) => {
      const month = String((index % 4) * 3 + 1).padStart(2, '0');
      return point(`${2017 + Math.floor(index / 4)}-${month}-01/P3M`, index < 5 ? 1000 : index);
    });
    // from the fifth quarter, at 1000, twenty quarters on to 24
    const found = yearlyPace(quarters, {});
    expect(found?.years).toBeCloseTo(5, 9);
    expect(found?.perYear).toBeCloseTo((24 - 1000) / 5, 6);
  });

  it('leaves figures of shock years out, as a gap', () => {
    // 2019 to 2022: +6 in three years; 2022 to 2023: +1; 2018 to 2019: +3 → 10/5
    const figures = years({ 2018: 50, 2019: 53, 2020: 10, 2021: 90, 2022: 59, 2023: 60 });
    expect(yearlyPace(figures, { shockYears: [2020, 2021] })).toMatchObject({ perYear: 2, years: 5, last: 1, leftOut: [2020, 2021] });
  });

  it('names as left out the shock years within its time alone', () => {
    // from the middle of 2018 to that of 2023: 2018 and 2023 themselves are at its ends, 2016 and 2030 beyond
    const figures = years({ 2018: 50, 2019: 53, 2020: 54, 2021: 56, 2022: 59, 2023: 60 });
    expect(yearlyPace(figures, { shockYears: [2016, 2020, 2030] })?.leftOut).toEqual([2020]);
    expect(yearlyPace(figures, {})?.leftOut).toEqual([]);
    // the end that touches a shock is no end: from 2019 to 2022
    expect(yearlyPace(figures, { shockYears: [2018, 2023] })).toMatchObject({ perYear: 2, years: 3, leftOut: [] });
  });

  it('passes over a break, and goes on before it', () => {
    // 2020 to 2021 leaps by a new method: +1, +1 since; before +4, +4 and +5 → 15/5
    const figures = years({ 2017: 10, 2018: 15, 2019: 19, 2020: 23, 2021: 58, 2022: 59, 2023: 60 });
    const breaks = [{ periodKey: '2021-01-01/P1Y', what: 'a new method' }];
    expect(yearlyPace(figures, { breaks })).toMatchObject({ perYear: 3, years: 5, last: 1 });
    expect(yearlyPace(years({ 2020: 23, 2021: 58 }), { breaks })).toBeUndefined();
  });

  it('has no pace into, out of or across the first period of a standard', () => {
    // 2021 is the first: 2022 to 2023 +1; 2019 to 2020 +4, 2018 to 2019 +4 → 9/3
    const figures = years({ 2018: 15, 2019: 19, 2020: 23, 2021: 40, 2022: 59, 2023: 60 });
    const found = yearlyPace(figures, { firstPeriodsOfStandard: ['2021-01-01/P1Y'] });
    expect(found).toMatchObject({ perYear: 3, years: 3 });
  });

  it('is not disturbed by two figures at one time', () => {
    const figures = [...years({ 2020: 54, 2023: 60 }), point('2023-04-01/P6M', 99)];
    expect(yearlyPace(figures, {})).toMatchObject({ perYear: 2, years: 3 });
  });
});
