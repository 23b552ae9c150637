import { describe, expect, it } from '@jest/globals';
import { CouncilNames, placeOfCouncil } from './council-name.js';

describe('the place in a council’s name', () => {
  it.each([
    ['Barnsley Metropolitan Borough Council', 'Barnsley'],
    ['Westmorland & Furness Council ', 'Westmorland and Furness'],
    ['Leeds Council', 'Leeds'],
    ['Durham County Council', 'County Durham'],
    ['City of Wolverhampton Council', 'Wolverhampton'],
    ['City of Lincoln Council', 'Lincoln'],
    ['London Borough of Haringey', 'Haringey'],
    ['Royal Borough of Greenwich', 'Greenwich'],
    ['St Helens Borough Council', 'St. Helens'],
    ['King’s Lynn and West Norfolk', "King's Lynn and West Norfolk"],
    ['Stockton-On-Tees Borough Council', 'Stockton-on-Tees'],
    ['Bournemouth, Christchurch and Poole Council', 'Bournemouth, Christchurch and Poole'],
    ['Bristol City Council', 'Bristol, City of'],
    ['Herefordshire Council', 'Herefordshire, County of'],
    ['Milton  Keynes City Council', 'Milton Keynes'],
  ])('%s is %s', (published, registered) => {
    expect(placeOfCouncil(published)).toBe(placeOfCouncil(registered));
  });

  it.each([
    ['Hull City Council', 'Kingston upon Hull, City of'],
    ['Derby City Council', 'Derbyshire'],
    ['Newcastle-under-Lyme Borough Council', 'Newcastle upon Tyne'],
    ['Northampton Borough Council', 'West Northamptonshire'],
  ])('%s is not %s', (published, registered) => {
    expect(placeOfCouncil(published)).not.toBe(placeOfCouncil(registered));
  });
});

describe('councils by name', () => {
  const names = new CouncilNames([
    { id: 1, code: 'E06000065', name: 'North Yorkshire' },
    { id: 2, code: 'E08000016', name: 'Barnsley' },
    { id: 3, code: 'E08000038', name: 'Barnsley' },
  ]);

  it('finds the one, and neither guesses nor chooses', () => {
    expect(names.match('North Yorkshire Council')).toMatchObject({ council: { code: 'E06000065' } });
    expect(names.match('North Yorks Council')).toEqual({ unmatched: 'no council of that name is in the register of areas' });
    expect(names.match('Barnsley Metropolitan Borough Council')).toEqual({ unmatched: 'several councils have that name: E08000016, E08000038' });
    expect(names.match('')).toHaveProperty('unmatched');
  });
});
