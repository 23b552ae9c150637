import { describe, expect, it } from '@jest/globals';
import { DELIVERY_RATING_SLUGS, type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { claimsBetter } from './second-opinion.js';

/** By hand: the ratings that claim better than each verdict. */
const AHEAD: [Verdict, DeliveryRating[]][] = [
  ['achieved', []],
  ['on-track', []],
  ['slipping', []],
  ['cannot-tell-yet', []],
  ['off-track', ['green', 'amber-green']],
  ['deteriorating', ['green', 'amber-green', 'amber']],
  ['missed', ['green', 'amber-green', 'amber']],
  ['no-data', []],
  ['too-early', []],
];

describe('a return that claims better than the figures', () => {
  it.each(AHEAD.flatMap(([verdict, ahead]) => DELIVERY_RATING_SLUGS.map((rating) => [rating, verdict, ahead.includes(rating)] as const)))('%s where the figures say %s: %s', (rating, verdict, expected) => {
    expect(claimsBetter(rating, [{ title: 'Health', verdict }]).length > 0).toBe(expected);
  });

  it('names each target once, and nothing where there is no rating or no verdict', () => {
    const off = { title: 'Five more years', verdict: 'off-track' as const };
    expect(claimsBetter('green', [off, off, { title: 'Gap', verdict: 'on-track' }, { title: 'Other', verdict: undefined }])).toEqual(['Five more years: rated green, but the figures say off track.']);
    expect(claimsBetter(null, [off])).toEqual([]);
  });
});
