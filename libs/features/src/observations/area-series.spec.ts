import { describe, expect, it } from '@jest/globals';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { areasOfCountry, seriesOnce } from './area-series.js';
import { periodOf } from './stored-period.js';

type Years = Record<number, number>;

const area = (code: string, successors: string[] = []): { code: string; name: string; successors: string[] } => ({ code, name: code, successors });
const points = (code: string, years: Years): SeriesPoint[] =>
  Object.entries(years).map(([year, value]) => ({ key: `${code} ${year}`, period: periodOf(`${year}-01-01`, 12), value }));
const figures = (of: Record<string, Years>): Map<string, SeriesPoint[]> => new Map(Object.entries(of).map(([code, years]) => [code, points(code, years)]));
const shown = (areas: Parameters<typeof seriesOnce>[0], of: Record<string, Years>): unknown[] =>
  seriesOnce(areas, figures(of)).map(({ code, series }) => [code, series.map(({ period, value }) => [period.label, value])]);

describe('seriesOnce', () => {
  it.each<[string, Parameters<typeof seriesOnce>[0], Record<string, Years>, unknown[]]>([
    ['leaves out what has no figures', [area('B'), area('A')], { A: { 2020: 1 } }, [['A', [['2020', 1]]]]],
    ['keeps a dead code while its successor has none', [area('A', ['B']), area('B')], { A: { 2020: 1 } }, [['A', [['2020', 1]]]]],
    ['counts a new code once, with the figures of the old one before it', [area('A', ['B']), area('B')], { A: { 2018: 1, 2020: 2 }, B: { 2020: 3, 2021: 4 } }, [['B', [['2018', 1], ['2020', 3], ['2021', 4]]]]],
    ['joins nothing to the parts of a split', [area('A', ['B', 'C']), area('B'), area('C')], { A: { 2018: 1 }, B: { 2020: 3 }, C: { 2020: 5 } }, [['B', [['2020', 3]]], ['C', [['2020', 5]]]]],
    ['joins nothing to a merger', [area('A', ['C']), area('B', ['C']), area('C')], { A: { 2018: 1 }, B: { 2018: 2 }, C: { 2020: 5 } }, [['C', [['2020', 5]]]]],
  ])('%s', (_, areas, of, expected) => expect(shown(areas, of)).toEqual(expected));
});

describe('areasOfCountry', () => {
  const all = [{ country: 'England' }, { country: 'Wales' }, { country: 'Scotland' }, { country: null }];
  it.each([
    ['England', 1],
    ['England and Wales', 2],
    ['Great Britain', 3],
    ['UK', 4],
    [undefined, 4],
    ['Northern Ireland', 0],
  ])('of %s', (country, count) => expect(areasOfCountry(all, country)).toHaveLength(count));
});
