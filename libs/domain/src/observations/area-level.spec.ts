import { describe, expect, it } from '@jest/globals';
import { countryOfArea, isAreaCode, levelOfArea, levelsOfTiers } from './area-level.js';

describe('levelOfArea', () => {
  it.each([
    ['K02000001', 'Country', 'country', null],
    ['K99000002', 'ITL Level 1', 'other', null],
    ['E92000001', 'Nation', 'nation', 'England'],
    ['S92000003', 'Nation', 'nation', 'Scotland'],
    ['E12000001', 'Region', 'region', 'England'],
    ['TLC', 'ITL Level 1', 'other', null],
    ['E47000001', 'Combined Authority or City Region', 'combined-authority', 'England'],
    ['N34000001', 'Combined Authority or City Region', 'combined-authority', 'Northern Ireland'],
    ['E06000001', 'County or Unitary Authority', 'unitary', 'England'],
    ['E10000016', 'County or Unitary Authority', 'upper-tier', 'England'],
    ['E11000001', 'County or Unitary Authority', 'other', 'England'],
    ['E13000001', 'County or Unitary Authority', 'other', 'England'],
    ['E07000136', 'Local Authority District', 'lower-tier', 'England'],
    // the files call metropolitan districts, London boroughs and the other nations' councils districts too
    ['E08000003', 'Local Authority District', 'unitary', 'England'],
    ['E09000030', 'Local Authority District', 'unitary', 'England'],
    ['W06000015', 'Local Authority District', 'unitary', 'Wales'],
    ['S12000049', 'Local Authority District', 'unitary', 'Scotland'],
    ['N09000003', 'Local Authority District', 'unitary', 'Northern Ireland'],
    ['E23000001', 'Police Force Area', 'other', 'England'],
    ['constructor', 'constructor', 'other', null],
  ])('%s, %s', (code, geography, level, country) => {
    expect([levelOfArea(code, geography), countryOfArea(code)]).toEqual([level, country]);
  });
});

describe('isAreaCode', () => {
  it.each(['E06000001', 'K02000001', 'TLC', 'TLC31'])('%s is one', (code) => expect(isAreaCode(code)).toBe(true));
  it.each(['na', '', 'E0600000', 'E060000011', 'e06000001', 'Hartlepool', 'TL', 'TLC311'])('%s is none', (code) =>
    expect(isAreaCode(code)).toBe(false),
  );
});

describe('levelsOfTiers', () => {
  it.each([
    [['ltla'], ['lower-tier', 'unitary']],
    [['utla'], ['upper-tier', 'unitary']],
    [['ltla', 'utla'], ['lower-tier', 'unitary', 'upper-tier']],
    [['region', 'nation'], ['region', 'nation']],
    [['toString'], []],
  ])('%j', (tiers, levels) => expect(levelsOfTiers(tiers)).toEqual(levels));
});
