import { describe, expect, it } from '@jest/globals';
import { changeBesideMoney, type ObservedPlace } from './change-beside-money.js';

const place = (fifth: number | undefined, awarded: boolean, change: number | undefined): ObservedPlace => ({ fifth, awarded, change });

describe('change in places with money beside places without', () => {
  // worked by hand: with money 1, 2, 6 (middle 2) and one without a figure; without −1, 0, 4, 5 (middle (0 + 4) ÷ 2 = 2)
  const places = [
    place(1, true, 1), place(1, true, 6), place(1, true, undefined), place(1, false, -1), place(1, false, 5),
    place(2, true, 2), place(5, false, 0), place(undefined, false, 4),
  ];
  const [all, most, second, third] = changeBesideMoney(places);

  it('is the middle one of each kind, with how many it stands on', () => {
    expect(all).toEqual({ group: 'all', funded: { places: 4, withChange: 3, median: 2 }, unfunded: { places: 4, withChange: 4, median: 2 } });
  });

  it('compares like with like within a fifth: what is level over all need not be there', () => {
    // with money 1 and 6: 3.5; without −1 and 5: 2
    expect(most).toEqual({ group: 1, funded: { places: 3, withChange: 2, median: 3.5 }, unfunded: { places: 2, withChange: 2, median: 2 } });
    expect(second).toEqual({ group: 2, funded: { places: 1, withChange: 1, median: 2 }, unfunded: { places: 0, withChange: 0, median: undefined } });
    expect(third?.funded).toEqual({ places: 0, withChange: 0, median: undefined });
  });

  it('counts a place of no fifth in the whole alone', () => {
    const groups = changeBesideMoney(places);
    expect(groups.slice(1).reduce((sum, { funded, unfunded }) => sum + funded.places + unfunded.places, 0)).toBe(7);
  });

  it('is never moved by one place that leaps', () => {
    expect(changeBesideMoney([...[1, 2, 3, 4].map((change) => place(1, true, change)), place(1, true, 9000)])[0]?.funded.median).toBe(3);
  });
});
