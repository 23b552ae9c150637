import { describe, expect, it } from '@jest/globals';
import { type AreaOfName, areaOfName, plainAreaName } from './area-name.js';

function area(code: string, name: string, more: Partial<AreaOfName> = {}): AreaOfName {
  return { code, name, level: 'unitary', country: 'England', successors: [], ...more };
}

describe('plainAreaName', () => {
  it.each([
    ['Barnsley Metropolitan Borough Council', 'Barnsley'],
    ['Westmorland & Furness Council ', 'Westmorland and Furness'],
    ['Leeds Council', 'Leeds'],
    ['Worcester City Council', 'Worcester'],
    ['Hull City Council', 'Hull'],
    ['Kingston upon Hull, City of', 'City of Kingston upon Hull'],
    ['Kingston upon Hull, City of', 'Kingston upon Hull'],
    ['Herefordshire, County of', 'Herefordshire'],
    ['Durham County Council', 'County Durham'],
    ['North West ', 'North West'],
    ['St. Helens', 'St Helens'],
    ["King's Lynn and West Norfolk", 'Kings Lynn & West Norfolk'],
    ['The Vale of Glamorgan', 'Vale of Glamorgan'],
    ['Ynys Môn', 'Ynys Mon'],
    ['Armagh City, Banbridge and Craigavon', 'ARMAGH CITY, BANBRIDGE AND CRAIGAVON'],
  ])('is the same of %s and %s', (a, b) => expect(plainAreaName(a)).toBe(plainAreaName(b)));

  it.each([
    ['Devon', 'North Devon'],
    ['Derby', 'Derbyshire'],
    ['Rhondda Cynon Taff', 'Rhondda Cynon Taf'],
    ['York', 'City of New York'],
  ])('differs for %s and %s', (a, b) => expect(plainAreaName(a)).not.toBe(plainAreaName(b)));
});

describe('areaOfName', () => {
  const northEast = [
    area('E12000001', 'North East', { level: 'region' }),
    area('E47000010', 'North East', { level: 'combined-authority', successors: ['E47000014'] }),
    area('E47000014', 'North East', { level: 'combined-authority' }),
    area('TLC', 'North East', { level: 'other', country: null }),
  ];
  const barnsley = [
    area('E08000016', 'Barnsley', { validTo: '2025-03-31', successors: ['E08000038'] }),
    area('E08000038', 'Barnsley', { validFrom: '2025-04-01' }),
  ];

  it.each<[string, readonly AreaOfName[], Parameters<typeof areaOfName>[1], string | readonly string[] | undefined]>([
    ['nobody', [], { name: 'Nowhere' }, undefined],
    ['a level decides', northEast, { name: 'North East', levels: ['region'] }, 'E12000001'],
    ['the one that stands', northEast, { name: 'North East', levels: ['combined-authority'] }, 'E47000014'],
    ['several are named', northEast, { name: 'North East' }, ['E12000001', 'E47000014', 'TLC']],
    ['another country', northEast, { name: 'North East', levels: ['region'], country: 'Scotland' }, undefined],
    ['the code of then', barnsley, { name: 'Barnsley', on: '2021-03-01' }, 'E08000016'],
    ['the code of now', barnsley, { name: 'Barnsley', on: '2026-01-01' }, 'E08000038'],
    ['without a date the code that stands', barnsley, { name: 'Barnsley' }, 'E08000038'],
    // no dates known: the successor
    ['without dates the successor', barnsley.map(({ code, successors }) => area(code, 'Barnsley', { successors })), { name: 'Barnsley', on: '2021-03-01' }, 'E08000038'],
    ['a dead area alone', [area('E07000027', 'Barrow-in-Furness', { successors: ['E06000064'] })], { name: 'Barrow-in-Furness' }, 'E07000027'],
  ])('%s', (_, named, sought, code) => expect(areaOfName(named, sought)).toEqual(code));
});
