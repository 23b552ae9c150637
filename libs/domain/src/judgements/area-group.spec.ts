import { describe, expect, it } from '@jest/globals';
import { areaOf, areasOf, overAreas } from './area-cases.js';
import { type ChosenGroup, chooseGroup, type GroupChoice, shareOfAreasInWords } from './area-group.js';
import { year } from './judgement-arbitraries.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';

const RULE = { kind: 'direction' } as const;
const YEARS = [2015, 2016, 2017, 2018, 2019];
/** A0 at 50, A1 at 51, … in every year. */
const TEN = areasOf(YEARS, Array.from({ length: 10 }, (_, index) => YEARS.map(() => 50 + index)));

function chosen(choice: Partial<GroupChoice> = {}, list: readonly AreaSeries[] = TEN, change: Partial<TargetToJudge> = {}): ChosenGroup | undefined {
  return chooseGroup(list, overAreas(RULE, list, change), year(2019), { side: 'worst', share: 20, years: 3, ...choice });
}

describe('a group chosen by what areas were before', () => {
  it.each<[string, Partial<GroupChoice>, Partial<TargetToJudge>, string[], string[]]>([
    ['the worst fifth', {}, {}, ['A0', 'A1'], ['2016', '2017', '2018']],
    ['the best fifth', { side: 'best' }, {}, ['A8', 'A9'], ['2016', '2017', '2018']],
    ['the worst where lower is better', {}, { direction: -1 }, ['A8', 'A9'], ['2016', '2017', '2018']],
    ['the best where lower is better', { side: 'best' }, { direction: -1 }, ['A0', 'A1'], ['2016', '2017', '2018']],
    ['a year earlier', { earlier: 1 }, {}, ['A0', 'A1'], ['2015', '2016', '2017']],
    ['one year alone', { years: 1 }, {}, ['A0', 'A1'], ['2018']],
    // 4% of ten is none, and one is the least
    ['one at least', { share: 4 }, {}, ['A0'], ['2016', '2017', '2018']],
    // 25% of ten is 2.5, rounded up
    ['a quarter', { share: 25 }, {}, ['A0', 'A1', 'A2'], ['2016', '2017', '2018']],
    ['what was measured after a break', { years: 2 }, { breaks: [{ periodKey: '2017-01-01/P1Y', what: 'new' }] }, ['A0', 'A1'], ['2017', '2018']],
  ])('%s', (_, choice, change, members, periods) => {
    const found = chosen(choice, TEN, change);
    expect([[...(found?.codes ?? [])].sort(), found?.finding.members, found?.finding.chosenBy]).toEqual([members, members, periods]);
    expect(found?.finding).toMatchObject({ size: members.length, of: 10 });
  });

  it.each<[string, Partial<GroupChoice>, Partial<TargetToJudge>]>([
    ['no year', { years: 0 }, {}],
    ['more years than there are', { years: 5 }, {}],
    ['more years than there are after a break', {}, { breaks: [{ periodKey: '2017-01-01/P1Y', what: 'new' }] }],
  ])('is none for %s', (_, choice, change) => {
    expect(chosen(choice, TEN, change)).toBeUndefined();
  });

  it('goes by the mean of the years, and where means are equal by code', () => {
    const list = [areaOf('C', { 2016: 10, 2017: 10, 2018: 10, 2019: 0 }), areaOf('B', { 2016: 0, 2017: 10, 2018: 20, 2019: 0 }), areaOf('A', { 2016: 30, 2017: 0, 2018: 6, 2019: 0 })];
    // means 10, 10, 12
    expect([...(chosen({ share: 34 }, list)?.codes ?? [])]).toEqual(['B']);
    expect([...(chosen({ share: 34 }, [...list].reverse())?.codes ?? [])]).toEqual(['B']);
  });

  it('leaves out an area without a figure in one of the years, and is none where too few are left', () => {
    // 39 of 40 areas are enough, 36 are not
    const forty = areasOf(YEARS, Array.from({ length: 40 }, (_, index) => YEARS.map(() => 50 + index)));
    const without = (count: number): AreaSeries[] => forty.map((area, index) => (index < count ? { ...area, series: area.series.filter(({ period }) => period.key !== '2017-01-01/P1Y') } : area));
    const found = chosen({}, without(1));
    // 20% of 39 is 7.8: eight, from A1 on
    expect(found?.finding).toMatchObject({ size: 8, of: 39, chosenBy: ['2016', '2017', '2018'] });
    expect(found?.codes.has('A0')).toBe(false);
    expect(found?.codes.has('A8')).toBe(true);
    // then the year is none that counts, and the one before it takes its place
    expect(chosen({}, without(4))?.finding).toMatchObject({ size: 8, of: 40, chosenBy: ['2015', '2016', '2018'] });
    expect(chosen({ years: 4 }, without(4))).toBeUndefined();
  });

  it('keeps the codes of a hundred members', () => {
    const many = areasOf(YEARS, Array.from({ length: 260 }, () => YEARS.map(() => 1)));
    const found = chosen({ share: 50 }, many);
    expect([found?.finding.size, found?.codes.size, found?.finding.members.length]).toEqual([130, 130, 100]);
  });

  it.each([[10, 'tenth'], [20, 'fifth'], [25, 'quarter'], [50, 'half'], [15, '15%']])('%d percent is “%s”', (share, words) => {
    expect(shareOfAreasInWords(share)).toBe(words);
  });
});
