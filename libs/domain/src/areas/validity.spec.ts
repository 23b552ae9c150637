import { describe, expect, it } from '@jest/globals';
import { contradicting, dayAfter, type DayClaim, firstDayOf, isYearOnly, lastDayOf, settledDay, sharedDays, type ValiditySource } from './validity.js';

/** Reorganisations as they happened, against the years that the published files give. */
describe('validity years of councils', () => {
  it.each([
    ['Dorset', 'E10000009', 2018, '2019-03-31', 'E06000059', 2019, '2019-04-01'],
    ['Buckinghamshire', 'E10000002', 2019, '2020-03-31', 'E06000060', 2020, '2020-04-01'],
    ['Northamptonshire', 'E10000021', 2020, '2021-03-31', 'E06000061', 2021, '2021-04-01'],
    ['Cumbria', 'E10000006', 2022, '2023-03-31', 'E06000063', 2023, '2023-04-01'],
    ['North Yorkshire', 'E10000023', 2022, '2023-03-31', 'E06000065', 2023, '2023-04-01'],
    ['Somerset', 'E10000027', 2022, '2023-03-31', 'E06000066', 2023, '2023-04-01'],
    ['Barnsley', 'E08000016', 2024, '2025-03-31', 'E08000038', 2025, '2025-04-01'],
    ['Sheffield', 'E08000019', 2024, '2025-03-31', 'E08000039', 2025, '2025-04-01'],
    ['Fife', 'S12000015', 2017, '2018-03-31', 'S12000047', 2018, '2018-04-01'],
    ['Glasgow', 'S12000046', 2018, '2019-03-31', 'S12000049', 2019, '2019-04-01'],
  ])('%s', (_, before, end, last, after, start, first) => {
    expect([lastDayOf(before, end), firstDayOf(after, start)]).toEqual([last, first]);
    expect(dayAfter(last)).toBe(first);
  });

  it('knows only the year of a ward or a combined authority', () => {
    expect([firstDayOf('E47000013', 2024), lastDayOf('E05000001', 2023), isYearOnly('E47000013', 'years'), isYearOnly('E47000013', 'known-change'), isYearOnly('E08000016', 'years')]).toEqual([
      '2024-01-01', '2023-12-31', true, false, false,
    ]);
  });
});

describe('settledDay', () => {
  const claim = (day: string, source: ValiditySource, edition: number | null = null): DayClaim => ({ day, source, edition, where: `${source} ${edition}` });

  it.each<[string, DayClaim[], string | undefined]>([
    ['nobody', [], undefined],
    ['the register before a file', [claim('2024-03-31', 'years', 2025), claim('2025-03-31', 'register')], '2025-03-31'],
    ['a known day before a year', [claim('2023-12-31', 'years'), claim('2024-05-06', 'known-change')], '2024-05-06'],
    ['a later edition before an earlier one', [claim('2024-03-31', 'years', 2023), claim('2025-03-31', 'years', 2025)], '2025-03-31'],
    ['not an earlier edition after a later one', [claim('2025-03-31', 'years', 2025), claim('2024-03-31', 'years', 2023)], '2025-03-31'],
    ['an edition before none', [claim('2024-03-31', 'years'), claim('2025-03-31', 'years', 2025)], '2025-03-31'],
    ['whoever was there first, of equals', [claim('2025-03-31', 'years'), claim('2024-03-31', 'years')], '2025-03-31'],
  ])('counts %s', (_, claims, day) => expect(settledDay(claims)?.day).toBe(day));

  it('lists who says otherwise, but neither a guess nor the turn of a year', () => {
    const settled = claim('2024-05-06', 'known-change');
    const claims = [settled, claim('2023-12-31', 'years'), claim('2024-05-07', 'register'), claim('2024-01-01', 'inferred')];
    expect(contradicting('E47000010', claims, settled).map(({ day }) => day)).toEqual(['2024-05-07']);
    expect(contradicting('E08000016', claims, settled).map(({ day }) => day)).toEqual(['2023-12-31', '2024-05-07']);
  });
});

describe('sharedDays', () => {
  it.each([
    [[null, null], [null, null], { from: null, to: null }],
    [['2019-04-01', null], [null, '2024-05-06'], { from: '2019-04-01', to: '2024-05-06' }],
    [['2019-04-01', '2023-03-31'], ['2018-11-02', '2024-05-06'], { from: '2019-04-01', to: '2023-03-31' }],
    [[null, '2013-03-31'], ['2018-11-02', null], undefined],
    [[null, '2023-04-01'], ['2023-04-01', null], { from: '2023-04-01', to: '2023-04-01' }],
  ] as const)('%j and %j', (one, other, shared) => {
    expect(sharedDays({ from: one[0], to: one[1] }, { from: other[0], to: other[1] })).toEqual(shared);
  });
});
