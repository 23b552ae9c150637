import { describe, expect, it } from '@jest/globals';
import { byDeprivationFifths, type EligiblePlace } from './deprivation-fifths.js';

const place = (code: string, score: number | undefined, over: Partial<EligiblePlace> = {}): EligiblePlace => ({ code, score, awarded: false, ...over });
const counts = (places: EligiblePlace[]): number[] => byDeprivationFifths(places).fifths.map(({ eligible }) => eligible);

describe('eligible places in fifths by deprivation', () => {
  it('shows who got any, and where the money went', () => {
    const ten = Array.from({ length: 10 }, (_, index) => place(`E${index}`, 100 - index));
    const places = ten.map((each, index) => (index === 0 ? { ...each, awarded: true, pounds: 30 } : index === 3 ? { ...each, awarded: true, pounds: 10 } : index === 9 ? { ...each, awarded: true } : each));
    const { by, fifths, unplaced } = byDeprivationFifths(places);
    expect(by).toBe('places');
    expect(fifths.map(({ eligible, awarded, pounds, shareAwarded, shareOfMoney }) => [eligible, awarded, pounds, shareAwarded, shareOfMoney])).toEqual([
      [2, 1, 30, 0.5, 0.75], [2, 1, 10, 0.5, 0.25], [2, 0, 0, 0, 0], [2, 0, 0, 0, 0], [2, 1, 0, 0.5, 0],
    ]);
    expect(unplaced).toEqual({ places: 0, awarded: 0, pounds: 0 });
  });

  it('goes by people where every place has a population, and by places where one has none', () => {
    // the one of 60 people fills three fifths; its middle lies in the second
    const places = [place('A', 9, { people: 60 }), place('B', 8, { people: 10 }), place('C', 7, { people: 10 }), place('D', 6, { people: 20 })];
    expect(byDeprivationFifths(places).by).toBe('people');
    expect(counts(places)).toEqual([0, 1, 0, 2, 1]);
    expect(byDeprivationFifths([...places, place('E', 5)]).by).toBe('places');
    expect(counts([...places, place('E', 5)])).toEqual([1, 1, 1, 1, 1]);
  });

  it('keeps places of one score together', () => {
    expect(counts([place('A', 9), place('B', 9), place('C', 9), place('D', 2), place('E', 1)])).toEqual([0, 3, 0, 1, 1]);
    expect(counts(Array.from({ length: 7 }, (_, index) => place(`E${index}`, 4)))).toEqual([0, 0, 7, 0, 0]);
  });

  it.each<[string, EligiblePlace[], (number | undefined)[], (number | undefined)[]]>([
    ['one place', [place('A', 1, { awarded: true, pounds: 5 })], [undefined, undefined, 1, undefined, undefined], [0, 0, 1, 0, 0]],
    ['no place', [], [undefined, undefined, undefined, undefined, undefined], [undefined, undefined, undefined, undefined, undefined]],
    ['everybody got some', [5, 4, 3, 2, 1].map((score) => place(String(score), score, { awarded: true, pounds: 2 })), [1, 1, 1, 1, 1], [0.2, 0.2, 0.2, 0.2, 0.2]],
    ['nobody got any', [5, 4, 3, 2, 1].map((score) => place(String(score), score)), [0, 0, 0, 0, 0], [undefined, undefined, undefined, undefined, undefined]],
  ])('%s', (_, places, shares, money) => {
    const { fifths } = byDeprivationFifths(places);
    expect(fifths.map(({ shareAwarded }) => shareAwarded)).toEqual(shares);
    expect(fifths.map(({ shareOfMoney }) => shareOfMoney)).toEqual(money);
  });

  it('leaves those without a figure out, and says how much that is', () => {
    const { fifths, unplaced } = byDeprivationFifths([place('A', 1, { awarded: true, pounds: 5 }), place('B', undefined, { awarded: true, pounds: 7 }), place('C', undefined)]);
    expect(unplaced).toEqual({ places: 2, awarded: 1, pounds: 7 });
    expect(fifths[2]).toMatchObject({ eligible: 1, pounds: 5, shareOfMoney: 1 });
  });
});
