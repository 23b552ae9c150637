import { describe, expect, it } from '@jest/globals';
import { AREAS_AS_OF, areaOf, areasOf, overAreas, WORST } from './area-cases.js';
import { withSuccessors } from './area-succession.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';
import { judgeTarget } from './target-verdict.js';

const OLD = { 2018: 50, 2019: 60 };

function target(list: readonly AreaSeries[], successors: Readonly<Record<string, readonly string[]>>): TargetToJudge {
  return overAreas({ kind: 'every-area' }, list, { areas: { expected: list.length, list, successors: new Map(Object.entries(successors)) } });
}

function followed(list: readonly AreaSeries[], successors: Readonly<Record<string, readonly string[]>>): [string, ...number[]][] {
  return withSuccessors(list, target(list, successors)).map(({ code, series }) => [code, ...series.map(({ value }) => value)]);
}

describe('areas whose code has ended', () => {
  it('go on as the mean of what took their place', () => {
    const list = [areaOf('old', OLD), areaOf('a', { 2023: 70, 2024: 80 }), areaOf('b', { 2023: 74, 2024: 84 }), areaOf('other', OLD)];
    expect(followed(list, { old: ['a', 'b'] })).toEqual([
      ['old', 50, 60, 72, 82],
      ['other', 50, 60],
    ]);
  });

  it('weigh their successors by people where all are counted', () => {
    const of = (people?: number): AreaSeries[] => [areaOf('old', OLD), areaOf('a', { 2024: 70 }, { people: 3000 }), areaOf('b', { 2024: 74 }, people === undefined ? {} : { people })];
    expect(followed(of(1000), { old: ['a', 'b'] })).toEqual([['old', 50, 60, 71]]);
    expect(followed(of(), { old: ['a', 'b'] })).toEqual([['old', 50, 60, 72]]);
  });

  it('carry the error of independent parts, and name their cells', () => {
    const list = [areaOf('old', OLD), areaOf('a', { 2024: 70 }), areaOf('b', { 2024: 74 })];
    const latest = withSuccessors(list, target(list, { old: ['a', 'b'] }))[0]?.series.at(-1);
    // √(0.5² + 0.5²)/2
    expect(latest?.combinedError?.se).toBeCloseTo(0.35355, 4);
    expect(latest?.parts).toEqual(['a 2024', 'b 2024']);
  });

  it.each<[string, AreaSeries[], Record<string, string[]>]>([
    ['a successor has figures from before', [areaOf('old', OLD), areaOf('a', { 2019: 5, 2024: 70 })], { old: ['a'] }],
    ['one successor has none', [areaOf('old', OLD), areaOf('a', { 2024: 70 })], { old: ['a', 'b'] }],
    ['they have no period in common', [areaOf('old', OLD), areaOf('a', { 2023: 70 }), areaOf('b', { 2024: 70 })], { old: ['a', 'b'] }],
    ['it leads back to itself', [areaOf('old', OLD)], { old: ['old'] }],
    ['the old area has no figures', [{ ...areaOf('old', {}) }, areaOf('a', { 2024: 70 })], { old: ['a'] }],
    ['nothing took its place', [areaOf('old', OLD)], {}],
  ])('stay as they are where %s', (_, list, successors) => {
    expect(followed(list, successors)).toEqual(list.map(({ code, series }) => [code, ...series.map(({ value }) => value)]));
  });

  it('are followed to the end of the line', () => {
    const list = [areaOf('old', OLD), areaOf('c', { 2024: 90 })];
    expect(followed(list, { old: ['a', 'b'], a: ['c'], b: ['c'], c: ['old'] })).toEqual([['old', 50, 60, 90]]);
  });

  it('keep their place in a group', () => {
    const years = [2016, 2017, 2018, 2019];
    const list = [...areasOf(years, Array.from({ length: 10 }, (_, index) => years.map(() => 50 + index)))];
    const whole = list.map((area, index) => (index < 1 ? area : { ...area, series: [...area.series, ...areaOf(area.code, { 2024: 60 }).series] }));
    const withHeirs = [...whole, areaOf('X', { 2024: 53 }), areaOf('Y', { 2024: 55 })];
    const rule = { kind: 'worst-areas', group: WORST, change: { kind: 'level', value: 70 } } as const;
    const found = judgeTarget(
      overAreas(rule, withHeirs, { areas: { expected: 10, list: withHeirs, successors: new Map([['A0', ['X', 'Y']]]) } }),
      AREAS_AS_OF,
    );
    // A0 as the mean of 53 and 55, A1 at 60
    expect(found.components.areaFindings).toMatchObject({ group: { members: ['A0', 'A1'] }, groupMeans: { baseline: 50.5, latest: 57 } });
    expect(found.inputs).toContain('X 2024');
  });
});
