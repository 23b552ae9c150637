import { describe, expect, it } from '@jest/globals';
import { areasNamed, foldedName } from './area-search.js';

/** As they stand in the published files. */
const AREAS = [
  { code: 'E12000001', name: 'North East' },
  { code: 'E47000005', name: 'North East' },
  { code: 'E47000010', name: 'North East ' },
  { code: 'E47000014', name: 'North East' },
  { code: 'E06000012', name: 'North East Lincolnshire' },
  { code: 'E07000038', name: 'North East Derbyshire' },
  { code: 'E12000005', name: 'West Midlands' },
  { code: 'E47000007', name: 'West Midlands' },
  { code: 'E11000005', name: 'West Midlands' },
  { code: 'E06000010', name: 'Kingston upon Hull, City of' },
  { code: 'E06000064', name: 'Westmorland and Furness' },
  { code: 'W06000002', name: 'Gwynedd' },
];

const codes = (text: string): string[] => areasNamed(AREAS, text).map(({ code }) => code);

describe('areasNamed', () => {
  it('gives every area of a name, each with its own code', () => {
    expect(codes('west midlands')).toEqual(['E11000005', 'E12000005', 'E47000007']);
    expect(codes('North East ')).toEqual(['E12000001', 'E47000005', 'E47000010', 'E47000014', 'E07000038', 'E06000012']);
  });

  it.each([
    ['e06000010', ['E06000010']],
    ['City of Kingston upon Hull', ['E06000010']],
    ['hull', ['E06000010']],
    ['Westmorland & Furness', ['E06000064']],
    ['west', ['E11000005', 'E12000005', 'E47000007', 'E06000064']],
    ['E06', []],
    ['  ', []],
    ['Nowhere', []],
    ['rth', []],
  ])('%s', (text, found) => expect(codes(text)).toEqual(found));
});

describe('foldedName', () => {
  it.each([
    ['Kingston upon Hull, City of', 'kingston upon hull city of'],
    ['  North   West ', 'north west'],
    ['Ynys Môn', 'ynys mon'],
    ['King’s Lynn & West Norfolk', 'kings lynn and west norfolk'],
    ["King's Lynn", 'kings lynn'],
  ])('%s', (name, folded) => expect(foldedName(name)).toBe(folded));
});
