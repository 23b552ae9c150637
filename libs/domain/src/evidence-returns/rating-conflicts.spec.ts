import { describe, expect, it } from '@jest/globals';
import type { DeliveryRating } from '#domain/judgements/delivery-rating.js';
import type { Verdict } from '#domain/judgements/verdict.js';
import type { FigureLine } from './evidence-return-content.js';
import { ratingConflicts } from './rating-conflicts.js';

const line = (verdict: Verdict | null): FigureLine => ({
  target: 'ks2', title: '90% by 2030', measure: null, baseline: null, latest: null, asked: null, verdict, sentence: null, notComparable: null,
});

describe('figures that contradict the rating', () => {
  it.each<[DeliveryRating | null, Verdict | null, number]>([
    // Steps: green and amber-green 0, amber 1, amber-red 2, red 3; off track is 2.
    ['green', 'off-track', 1],
    ['amber-green', 'off-track', 1],
    ['amber', 'off-track', 0],
    ['red', 'on-track', 1],
    ['green', 'no-data', 1],
    ['amber-green', 'no-data', 0],
    ['green', null, 0],
    [null, 'off-track', 0],
  ])('%s beside %s: %d', (rating, verdict, count) => {
    expect(ratingConflicts(rating, [line(verdict)])).toHaveLength(count);
  });

  it('names each target with both words', () => {
    expect(ratingConflicts('green', [line('off-track'), line('on-track')])).toEqual([
      { target: 'ks2', title: '90% by 2030', message: 'The rating is green; the computed verdict is off track.' },
    ]);
  });
});
