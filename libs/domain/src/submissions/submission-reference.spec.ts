import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kindOfReference, REFERENCES_A_YEAR, submissionReference } from './submission-reference.js';

describe('references', () => {
  it.each<[number, string]>([
    // Digits to the base of 21, '3' is 0: 21 is "43", the last is four times 'Y'.
    [0, 'ER-2026-3333'],
    [1, 'ER-2026-3334'],
    [21, 'ER-2026-3343'],
    [REFERENCES_A_YEAR - 1, 'ER-2026-YYYY'],
  ])('number %d is %s', (number, reference) => {
    expect(submissionReference('evidence-return', 2026, number)).toBe(reference);
  });

  it('says by its first letters what it is', () => {
    expect(submissionReference('delivery-plan', 2027, 0)).toBe('DP-2027-3333');
  });

  it.each([-1, REFERENCES_A_YEAR, 0.5])('refuses number %d', (number) => {
    expect(() => submissionReference('delivery-plan', 2027, number)).toThrow(RangeError);
  });

  it('gives each number its own, of letters that cannot be mistaken', () => {
    const number = fc.integer({ min: 0, max: REFERENCES_A_YEAR - 1 });
    fc.assert(
      fc.property(number, number, (left, right) => {
        const [one, other] = [submissionReference('evidence-return', 2026, left), submissionReference('evidence-return', 2026, right)];
        expect(one === other).toBe(left === right);
        expect(one).toMatch(/^ER-2026-[^01258ABEILOSUVZ]{4}$/);
      }),
    );
  });

  it.each([['ER-2026-7K3D', 'evidence-return'], ['DP-2026-7K3D', 'delivery-plan'], ['XX-2026-7K3D', undefined], ['DPX', undefined], ['', undefined]])('%j speaks of %s', (reference, kind) => {
    expect(kindOfReference(reference)).toBe(kind);
  });
});
