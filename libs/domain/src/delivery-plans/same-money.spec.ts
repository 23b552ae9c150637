import { describe, expect, it } from '@jest/globals';
import { claimedTwice, type MoneyClaim, plainName } from './same-money.js';

const claim = (rest: Partial<MoneyClaim> = {}): MoneyClaim => ({
  plan: 'DP-1', department: 'Education', coversFrom: '2026-04-01', coversTo: '2027-03-31', mission: 'education', title: 'Family Hubs', source: '', moneyMillions: 12.5, ...rest,
});

describe('a name', () => {
  it.each([
    ['The Family Hubs Programme', 'family hubs'], ['family  hubs', 'family hubs'], ['Family-hubs!', 'family hubs'], ['R&D fund', 'r and d fund'], ['R and D Fund', 'r and d fund'],
    ['Café scheme', 'cafe'], ['The Programme', 'the programme'], ['  ', ''],
  ])('%j is %j', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});

describe('money claimed twice', () => {
  const health = { plan: 'DP-2', department: 'Health', mission: 'health' };
  it.each<[string, MoneyClaim[], number[]]>([
    ['nothing', [], []],
    ['one claim', [claim()], []],
    ['the same title and sum in two plans', [claim(), claim({ ...health, title: 'the family hubs programme' })], [2]],
    ['the same in one plan for two missions', [claim(), claim({ mission: 'health' })], [2]],
    ['for a mission and for none', [claim(), claim({ mission: null })], [2]],
    ['two lines of one plan for one mission', [claim(), claim()], []],
    ['two lines of one plan and one of another', [claim(), claim(), claim(health)], [3]],
    ['another sum', [claim(), claim({ ...health, moneyMillions: 12.501 })], []],
    ['sums that differ by less than a thousandth', [claim({ moneyMillions: 0.3 }), claim({ ...health, moneyMillions: 0.1 + 0.2 })], [2]],
    ['another title and no fund', [claim(), claim({ ...health, title: 'Start for life' })], []],
    ['another title from the same fund', [claim({ source: 'Shared Outcomes Fund' }), claim({ ...health, title: 'Start for life', source: 'shared outcomes fund' })], [2]],
    ['a fund that the other names as its title', [claim({ title: 'Towns Fund' }), claim({ ...health, title: 'High streets', source: 'Towns Fund' })], [2]],
    ['budgets that everything comes from', [claim({ title: 'a', source: 'Departmental budget' }), claim({ ...health, title: 'b', source: 'departmental budget' })], []],
    ['the spending review', [claim({ title: 'a', source: 'Spending Review 2025' }), claim({ ...health, title: 'b', source: 'Spending review 2025 settlement' })], []],
    ['nothing claimed twice', [claim({ moneyMillions: 0 }), claim({ ...health, moneyMillions: 0 })], []],
    ['the same fund year after year', [claim(), claim({ plan: 'DP-0', coversFrom: '2025-04-01', coversTo: '2026-03-31' })], []],
    ['years that overlap by a day', [claim(), claim({ ...health, coversFrom: '2027-03-31', coversTo: '2028-03-30' })], [2]],
    ['title and fund both the same, found once', [claim({ source: 'Hubs fund' }), claim({ ...health, source: 'Hubs Fund' })], [2]],
  ])('%s', (_, claims, sizes) => {
    expect(claimedTwice(claims).map((found) => found.claims.length)).toEqual(sizes);
  });

  it('has the largest sum first', () => {
    const small = [claim({ title: 'a', moneyMillions: 1 }), claim({ ...health, title: 'a', moneyMillions: 1 })];
    expect(claimedTwice([...small, claim(), claim(health)]).map(({ name, moneyMillions }) => [name, moneyMillions])).toEqual([['Family Hubs', 12.5], ['a', 1]]);
  });
});
