import { describe, expect, it } from '@jest/globals';
import { type CellRow, seriesOf } from './series-cells.js';

const DAY_2021 = Date.parse('2021-01-01T00:00:00Z') / 86_400_000;
const DAY_2022 = Date.parse('2022-01-01T00:00:00Z') / 86_400_000;
const CODES = new Map([[7, 'E92000001']]);

function row(day: number, months: number, rank: number, value: number | null, status: string | null = null): CellRow {
  return [7, day, months, 100 + rank, rank, value, null, null, status];
}

describe('seriesOf', () => {
  it.each<[string, CellRow[], unknown[]]>([
    ['puts periods in order', [row(DAY_2022, 12, 1, 2), row(DAY_2021, 12, 1, 1)], [['2021-01-01/P1Y', 1], ['2022-01-01/P1Y', 2]]],
    ['takes the release of the highest rank', [row(DAY_2021, 12, 2, 5), row(DAY_2021, 12, 1, 1), row(DAY_2021, 12, 3, 9)], [['2021-01-01/P1Y', 9]]],
    ['leaves out what the newest release has blank', [row(DAY_2021, 12, 2, null, 'c'), row(DAY_2021, 12, 1, 1)], []],
    ['takes up again what was blank', [row(DAY_2021, 12, 1, null, 'c'), row(DAY_2021, 12, 2, 0)], [['2021-01-01/P1Y', 0]]],
    ['tells a year from a day and from three years', [row(DAY_2021, 12, 1, 1), row(DAY_2021, 0, 1, 2), row(DAY_2021, 36, 1, 3)], [['2021-01-01', 2], ['2021-01-01/P1Y', 1], ['2021-01-01/P3Y', 3]]],
  ])('%s', (_, rows, expected) => {
    expect((seriesOf(rows, 3, CODES).get('E92000001') ?? []).map(({ period, value }) => [period.key, value])).toEqual(expected);
  });

  it('names cells by metric, area, period and release, and marks what is provisional', () => {
    const [point] = seriesOf([[7, DAY_2021, 12, 41, 1, 62.5, 61, 64, 'p']], 3, CODES).get('E92000001') ?? [];
    expect(point?.key).toBe('3/E92000001/2021-01-01/P1Y/41');
    expect([point?.lower, point?.upper, point?.provisional]).toEqual([61, 64, true]);
  });

  it('has nothing for an area whose cells are all blank', () => {
    expect(seriesOf([row(DAY_2021, 12, 1, null)], 3, CODES).size).toBe(0);
  });
});
