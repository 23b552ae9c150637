import { describe, expect, it } from '@jest/globals';
import { HIERARCHY_NAMES, hierarchyOf } from './hierarchy.js';
import { type ParentClaim, type ParentSource, settledParents } from './parentage.js';
import { type Validity } from './validity.js';

const OPEN: Validity = { from: null, to: null };
const DAYS: Record<string, Validity> = {
  E06000048: { from: null, to: '2013-03-31' },
  E06000057: { from: '2013-04-01', to: null },
  E47000011: { from: '2018-11-02', to: '2024-05-06' },
  E47000014: { from: '2024-05-07', to: null },
};
const standing = (code: string): Validity => DAYS[code] ?? OPEN;
const claim = (area: string, parent: string, source: ParentSource = 'code-list'): ParentClaim => ({ area, parent, source, where: source });
const settled = (...claims: ParentClaim[]) => settledParents(claims, standing);
const pairs = (links: readonly { area: string; parent: string }[]): string[] => links.map(({ area, parent }) => `${area} in ${parent}`);

describe('hierarchyOf', () => {
  it.each([
    ['E06000001', 'E12000001', 'administrative'],
    ['E06000001', 'E47000006', 'combined-authority'],
    ['E47000006', 'E12000001', 'combined-authority'],
    ['E06000001', 'TLC31', 'itl'],
    ['TLC31', 'TLC3', 'itl'],
    ['E92000001', 'K04000001', 'countries'],
    ['K04000001', 'K02000001', 'countries'],
    ['E92000001', 'K02000001', 'administrative'],
    ['E05000001', 'E06000001', 'small-areas'],
  ])('%s in %s: %s', (area, parent, hierarchy) => {
    expect(hierarchyOf(area, parent)).toBe(hierarchy);
    expect(HIERARCHY_NAMES).toContain(hierarchy);
  });
});

describe('settledParents', () => {
  it('takes the region from the code list, not by way of a combined authority that reaches out of its region', () => {
    const { parents, contradictions } = settled(
      claim('E06000012', 'E12000004', 'area-tree'),
      claim('E06000012', 'E47000017', 'area-tree'),
      claim('E47000017', 'E12000004', 'area-tree'),
      claim('E06000012', 'E12000003', 'code-list'),
      claim('E10000019', 'E12000004', 'code-list'),
      claim('E10000019', 'E47000017', 'area-tree'),
    );
    expect(pairs(parents.filter(({ hierarchy }) => hierarchy === 'administrative'))).toEqual(['E06000012 in E12000003', 'E10000019 in E12000004']);
    expect(contradictions.map(({ counts, other }) => [counts.parent, other.parent])).toEqual([['E12000003', 'E12000004']]);
    expect(parents.filter(({ bestFit }) => bestFit).map(({ area, parent }) => [area, parent])).toEqual([['E47000017', 'E12000004']]);
  });

  it('sets combined authorities one after the other by their days, which is no contradiction', () => {
    const { parents, contradictions } = settled(claim('E06000057', 'E47000011'), claim('E06000057', 'E47000014', 'area-tree'));
    expect(parents.map(({ parent, from, to }) => [parent, from, to])).toEqual([
      ['E47000014', '2024-05-07', null],
      ['E47000011', '2018-11-02', '2024-05-06'],
    ]);
    expect(contradictions).toEqual([]);
  });

  it('drops a link of two codes that never stood together', () => expect(settled(claim('E06000048', 'E47000011')).parents).toEqual([]));

  it('says a link once, by its best source', () => {
    const { parents } = settled(claim('E06000001', 'E12000001', 'area-tree'), claim('E06000001', 'E12000001', 'register'), claim('E06000001', 'E12000001'));
    expect(parents.map(({ parent, source }) => [parent, source])).toEqual([['E12000001', 'register']]);
  });

  it('lets a parish lie in several areas, each in its own days', () => {
    const days = { from: null, to: '2023-03-31' };
    const { parents } = settledParents([{ ...claim('E04000001', 'E07000026', 'area-tree'), days }, claim('E04000001', 'E06000063', 'area-tree')], () => OPEN);
    expect(parents.map(({ parent, to }) => [parent, to])).toEqual([['E07000026', '2023-03-31'], ['E06000063', null]]);
  });
});
