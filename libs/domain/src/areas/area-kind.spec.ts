import { describe, expect, it } from '@jest/globals';
import { areInDifferentCountries, isLocalAuthority, isSmallArea, kindOfArea, tierClassOf } from './area-kind.js';

describe('kinds of areas', () => {
  it.each([
    ['E06000001', 'Unitary authority', 'Unitary authority'],
    ['E07000026', 'District', 'District'],
    ['E10000006', 'County', 'County'],
    ['E47000014', 'Combined authority', 'Combined authority'],
    ['E12000001', 'Region', 'Region'],
    ['E92000001', 'Nation', null],
    ['E05000001', 'Ward', null],
    ['TLC', 'International territorial level 1', null],
    ['TLC31', 'International territorial level 3', null],
    ['E99000001', 'Area', null],
  ])('%s is: %s', (code, kind, tier) => expect([kindOfArea(code), tierClassOf(code)]).toEqual([kind, tier]));

  it.each([
    ['E08000016', true, false],
    ['S12000006', true, false],
    ['E04000001', false, true],
    ['W07000041', false, true],
    ['E12000001', false, false],
  ])('%s: council %s, small %s', (code, council, small) => expect([isLocalAuthority(code), isSmallArea(code)]).toEqual([council, small]));

  it.each([
    ['E06000001', 'S12000006', true],
    ['E06000001', 'E12000001', false],
    ['S12000006', 'K02000001', false],
    ['TLC31', 'S12000006', false],
  ])('%s and %s in different countries: %s', (one, other, different) => expect(areInDifferentCountries(one, other)).toBe(different));
});
