import { describe, expect, it } from '@jest/globals';
import { shareTrulyRisen, shownAmongMany } from './shrunk-changes.js';

describe('shownAmongMany', () => {
  it('lets the largest k with p(k) ≤ q·k/m decide', () => {
    // z 3, 2, 1.9, −1, 0.5: p 0.0027, 0.0455, 0.0574, 0.317, 0.617 against 0.02, 0.04, 0.06, 0.08, 0.10:
    // the second is above its line, but the third is below, so three are shown
    const changes = [0.5, 2, 3, -1, 1.9].map((change) => ({ change, se: 1 }));
    expect(shownAmongMany(changes, 0.1)).toEqual([false, true, true, false, true]);
  });

  it.each<[string, number[], boolean[]]>([
    ['nothing', [], []],
    ['one beyond its error', [1.7], [true]], // p 0.089 ≤ 0.1
    ['one within it', [-1.6], [false]], // p 0.110
    ['one beyond its error among many', [1.7, 0, 0, 0], [false, false, false, false]], // 0.089 > 0.025
    ['a fall', [-9, 0], [true, false]],
    // p 0.046: among five it would need 0.02; four plain rises lend it no rank
    ['no fall by the strength of rises', [3, 3, 3, 3, -2], [true, true, true, true, false]],
    ['two falls that bear each other out', [3, -2.1, -2.1], [true, true, true]], // p 0.036 ≤ 0.067
  ])('shows %s', (_, changes, shown) => {
    expect(
      shownAmongMany(
        changes.map((change) => ({ change, se: 1 })),
        0.1,
      ),
    ).toEqual(shown);
  });
});

describe('shareTrulyRisen', () => {
  it('shrinks each change to the pooled one', () => {
    // changes 1 and 3, se 1: mean 2, Q = 2, τ² = (2 − 1)/(2 − 2/2) = 1; pooled 2 with variance 1; B = 1/2;
    // means 1.5 and 2.5, variance 0.5 + 0.25 = 0.75: Φ(1.7321) = 0.95837, Φ(2.8868) = 0.99805; share 0.97821
    // both share the error of μ (0.25 of each variance 0.75, ρ = 1/3): both rise with the chance 0.95689, covariance
    // 0.95689 − 0.95837·0.99805 = 0.00038; margin 1.645·√(0.95837·0.04163 + 0.99805·0.00195 + 2·0.00038)/2 = 0.16978
    const found = shareTrulyRisen([
      { change: 1, se: 1 },
      { change: 3, se: 1 },
    ]);
    expect(found.share).toBeCloseTo(0.97821, 4);
    expect(found.lower).toBeCloseTo(0.8084, 3);
    expect(found.upper).toBe(1);
  });

  it('takes every area for the same where they differ by no more than their errors', () => {
    // changes 0.9, 1, 1.1, se 1: τ² = 0, pooled 1 with variance 1/3: Φ(√3) = 0.95837 for each
    const found = shareTrulyRisen([0.9, 1, 1.1].map((change) => ({ change, se: 1 })));
    expect(found.share).toBeCloseTo(0.95837, 4);
    // all rose or none did: margin 1.645·√(0.95837·0.04163) = 0.3286
    expect(found.lower).toBeCloseTo(0.63, 2);
    expect(found.upper).toBe(1);
  });

  it('is no surer for many areas that cannot be told apart', () => {
    // 300 changes of 0.05, se 1: τ² = 0, pooled 0.05 with se 0.0577: Φ(0.866) = 0.807 that all rose, 0.193 that none did
    const found = shareTrulyRisen(Array.from({ length: 300 }, () => ({ change: 0.05, se: 1 })));
    expect(found.share).toBeCloseTo(0.807, 3);
    expect(found.upper).toBe(1);
    // 0.807 − 1.645·√(0.807·0.193)
    expect(found.lower).toBeCloseTo(0.158, 1);
  });

  it('of changes without error is what is there', () => {
    expect(shareTrulyRisen([5, 5, -5, 5].map((change) => ({ change, se: 0 })))).toMatchObject({ share: 0.75 });
  });

  it('does not hang on the unit, however large', () => {
    const of = (unit: number): number => shareTrulyRisen([0.5, 1, 3].map((change) => ({ change: change * unit, se: unit }))).lower;
    expect(of(1e200)).toBeCloseTo(of(1), 9);
  });

  it('of one area is its own chance', () => {
    expect(shareTrulyRisen([{ change: 1.6449, se: 1 }]).share).toBeCloseTo(0.95, 4);
  });
});
