import { describe, expect, it } from '@jest/globals';
import { parsePeriod } from '#domain/observations/period.js';
import { areaOf } from './area-cases.js';
import { areaFigures, periodsOfAreas, pointAt } from './area-figures.js';
import type { SeriesPoint } from './target-to-judge.js';

const AS_OF = '2024-12-31';

function snapshot(day: string, value: number): SeriesPoint {
  const period = parsePeriod(day);
  if (!period) throw new Error(day);
  return { key: day, period, value };
}

describe('the figures of areas', () => {
  const shape = (list: ReturnType<typeof areaFigures>): [string, string[]][] => list.map(({ code, series }) => [code, series.map(({ key }) => key)]);

  it('are taken as they are where they are in order', () => {
    const list = [areaOf('A', { 2022: 1, 2023: 2 }), areaOf('B', { 2023: 3 })];
    const ready = areaFigures(list, AS_OF);
    expect(ready.map((area, index) => area === list[index])).toEqual([true, true]);
  });

  it.each<[string, string[], string[]]>([
    ['backwards', ['C', 'B', 'A'], ['A', 'B', 'C']],
    ['with the last first', ['B', 'C', 'A'], ['A', 'B', 'C']],
    ['with the first two changed', ['B', 'A', 'C'], ['A', 'B', 'C']],
    ['one alone', ['B'], ['B']],
  ])('come by code: %s', (_, codes, expected) => {
    expect(areaFigures(codes.map((code) => areaOf(code, { 2023: 1 })), AS_OF).map(({ code }) => code)).toEqual(expected);
  });

  it('come oldest first, without what is not over, not finite, or there twice', () => {
    const { series } = areaOf('A', { 2022: 1, 2023: 2, 2024: 3, 2025: 4 });
    const [first, second, third, beyond] = series as [SeriesPoint, SeriesPoint, SeriesPoint, SeriesPoint];
    const of = (...points: SeriesPoint[]): string[] => shape(areaFigures([{ code: 'A', name: 'A', series: points }], AS_OF))[0]?.[1] ?? [];
    expect(of(third, first, second)).toEqual(['A 2022', 'A 2023', 'A 2024']);
    // the year 2024 ends on the very day
    expect(of(first, third, beyond)).toEqual(['A 2022', 'A 2024']);
    expect(of(first, { ...second, value: Number.NaN }, third)).toEqual(['A 2022', 'A 2024']);
    expect(of(first, { ...first, key: 'again' })).toEqual(['A 2022']);
  });

  it('are found by period; of a snapshot another day of its month will do, a longer period never', () => {
    const pay = [snapshot('2023-04-17', 1), snapshot('2024-04-30', 2)];
    const on = (day: string): number | undefined => pointAt(pay, snapshot(day, 0).period)?.value;
    expect([on('2023-04-17'), on('2023-04-01'), on('2024-04-02'), on('2024-05-30')]).toEqual([1, 1, 2, undefined]);
    const { series } = areaOf('A', { 2023: 7 });
    const april = parsePeriod('2023-04-01/P6M');
    // the half-year around the same middle is another period than the year
    expect([series[0] && pointAt(series, series[0].period)?.value, april && pointAt(series, april)]).toEqual([7, undefined]);
  });

  it('count areas by period, oldest first', () => {
    const list = [areaOf('A', { 2024: 1 }), areaOf('B', { 2022: 1, 2024: 1 })];
    expect(periodsOfAreas(list).map(({ period, areas }) => [period.label, areas])).toEqual([['2022', 1], ['2024', 2]]);
  });
});
