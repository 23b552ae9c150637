import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PeerFigure } from './peer-figure.js';
import { rankInterval } from './rank-interval.js';

const sure = (code: string, value: number): PeerFigure => ({ code, value, se: 0 });

describe('the rank of a place among others', () => {
  it('is one more than the number of better ones, and exact where no figure has an error', () => {
    const others = [sure('B', 3), sure('C', 1), sure('D', 9)];
    expect(rankInterval(sure('A', 5), others, 'higher-is-better')).toEqual({ rank: 2, tiedWith: 0, of: 4, best: 2, worst: 2, cannotBeRanked: false });
    expect(rankInterval(sure('A', 5), others, 'lower-is-better')).toMatchObject({ rank: 3, best: 3, worst: 3 });
  });

  it('is shared by places with the same figure', () => {
    expect(rankInterval(sure('A', 5), [sure('B', 5), sure('C', 1)], 'higher-is-better')).toMatchObject({ rank: 1, tiedWith: 1, best: 1, worst: 2 });
  });

  it('has the interval of the coin tosses: two figures 2 apart, each with an error of 1', () => {
    // better with chance Φ(2/√2) = Φ(1.414) = 0.921: the other is better with 0.079 > 0.025, so both ranks are open
    expect(rankInterval({ code: 'A', value: 2, se: 1 }, [{ code: 'B', value: 0, se: 1 }], 'higher-is-better')).toMatchObject({ rank: 1, best: 1, worst: 2, cannotBeRanked: true });
    // 3 apart: Φ(3/√2) = Φ(2.121) = 0.983 > 0.975, so the first rank is sure enough
    expect(rankInterval({ code: 'A', value: 3, se: 1 }, [{ code: 'B', value: 0, se: 1 }], 'higher-is-better')).toMatchObject({ rank: 1, best: 1, worst: 1, cannotBeRanked: false });
  });

  it('cannot be named where the interval covers more than half of the ranks', () => {
    const others = [1, 2, 3, 4].map((value) => ({ code: `P${value}`, value, se: 50 }));
    expect(rankInterval({ code: 'A', value: 2.5, se: 50 }, others, 'higher-is-better')).toEqual({ rank: 3, tiedWith: 0, of: 5, best: 1, worst: 5, cannotBeRanked: true });
  });

  it('is none without anybody to be ranked among', () => {
    expect(rankInterval(sure('A', 5), [sure('A', 5), sure('B', Number.NaN)], 'higher-is-better')).toBeUndefined();
  });

  const figure = fc.record({ value: fc.integer({ min: -50, max: 50 }), se: fc.constantFrom(0, 0.3, 1, 7) });
  const peers = fc.array(figure, { minLength: 1, maxLength: 10 }).map((found) => found.map((each, index) => ({ code: `P${index}`, ...each })));

  it('lies in its interval, whatever the figures, and the interval in the ranks', () => {
    fc.assert(
      fc.property(figure, peers, (own, others) => {
        const found = rankInterval({ code: 'A', ...own }, others, 'higher-is-better');
        expect(found && 1 <= found.best && found.best <= found.rank && found.rank <= found.worst && found.worst <= found.of).toBe(true);
      }),
    );
  });

  it('is turned round by the direction: first of all becomes last of all', () => {
    fc.assert(
      fc.property(figure, peers, (own, others) => {
        const [up, down] = (['higher-is-better', 'lower-is-better'] as const).map((direction) => rankInterval({ code: 'A', ...own }, others, direction));
        expect((up?.rank ?? 0) + (down?.rank ?? 0) + (up?.tiedWith ?? 0)).toBe((up?.of ?? 0) + 1);
      }),
    );
  });

  it('does not hang on the order of the others', () => {
    fc.assert(
      fc.property(figure, peers, (own, others) => {
        const place = { code: 'A', ...own };
        expect(rankInterval(place, others.toReversed(), 'higher-is-better')).toEqual(rankInterval(place, others, 'higher-is-better'));
      }),
    );
  });
});
