import { describe, expect, it } from '@jest/globals';
import { awardsByAuthority, moneyByRegion } from './awards-by-authority.js';

describe('awards by authority', () => {
  it('counts each row where its file puts it, a place in two authorities in each', () => {
    const found = awardsByAuthority([
      { place: 'Old Town', authority: 'A', pounds: 5 },
      { place: 'Border', authority: 'A', pounds: 2 },
      { place: 'Border', authority: 'B', pounds: 3 },
      { place: 'New Town', authority: 'B', pounds: undefined },
      { place: 'Elsewhere', authority: undefined, pounds: 9 },
      { place: 'Unpriced', authority: 'C', pounds: undefined },
    ]);
    expect([...found.values()]).toEqual([
      { authority: 'A', awards: 2, pounds: 7, withoutAmount: 0 },
      { authority: 'B', awards: 2, pounds: 3, withoutAmount: 1 },
      { authority: 'C', awards: 1, pounds: undefined, withoutAmount: 1 },
    ]);
  });
});

describe('money by region', () => {
  it('is per head only where all of the region’s places have a population', () => {
    expect(moneyByRegion([
      { region: 'North', people: 10, awards: 1, pounds: 100 },
      { region: 'North', people: 30, awards: 0 },
      { region: 'South', people: 10, awards: 2, pounds: 300 },
      { region: 'South', awards: 0 },
    ])).toEqual([
      { region: 'South', awards: 2, pounds: 300, people: undefined, perHead: undefined },
      { region: 'North', awards: 1, pounds: 100, people: 40, perHead: 2.5 },
    ]);
    expect(moneyByRegion([])).toEqual([]);
  });
});
