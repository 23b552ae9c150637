import { describe, expect, it } from '@jest/globals';
import {
  DELIVERY_RATING_SLUGS,
  DELIVERY_RATINGS,
  isConflict,
  isDeliveryRating,
  stepsApart,
} from './delivery-rating.js';
import { type Verdict, VERDICT_SLUGS } from './verdict.js';

describe('conflict of a department’s rating with the figures', () => {
  // ladder: achieved, at target, on track = green, amber-green | slipping, cannot tell yet = amber |
  // off track = amber-red | deteriorating, missed = red; two steps apart is a conflict. C marks one.
  //                                G    AG   A    AR   R
  const table: [Verdict, string][] = [
    ['achieved', '             .    .    .    C    C'],
    ['at-target', '            .    .    .    C    C'],
    ['on-track', '             .    .    .    C    C'],
    ['slipping', '             .    .    .    .    C'],
    ['cannot-tell-yet', '      .    .    .    .    C'],
    ['off-track', '            C    C    .    .    .'],
    ['deteriorating', '        C    C    C    .    .'],
    ['missed', '               C    C    C    .    .'],
    // no step: green alone is a conflict
    ['no-detectable-change', ' C    .    .    .    .'],
    ['too-early', '            C    .    .    .    .'],
    ['awaiting-figures', '     C    .    .    .    .'],
    ['no-data', '              C    .    .    .    .'],
    ['target-not-comparable', 'C    .    .    .    .'],
    ['target-undefined', '     C    .    .    .    .'],
  ];

  it.each(table)('%s', (verdict, row) => {
    const expected = row
      .trim()
      .split(/\s+/)
      .map((mark) => mark === 'C');
    expect(DELIVERY_RATING_SLUGS.map((rating) => isConflict(verdict, rating))).toEqual(expected);
  });

  it('is decided for every verdict', () => {
    expect(table.map(([verdict]) => verdict).sort()).toEqual([...VERDICT_SLUGS].sort());
  });

  it('counts steps on the ladder and none beside it', () => {
    expect(stepsApart('missed', 'green')).toBe(3);
    expect(stepsApart('off-track', 'red')).toBe(1);
    expect(stepsApart('no-data', 'red')).toBeUndefined();
  });
});

describe('delivery ratings', () => {
  it('are five, from likely to unachievable, each defined by the target being met', () => {
    expect(DELIVERY_RATING_SLUGS).toEqual(['green', 'amber-green', 'amber', 'amber-red', 'red']);
    for (const slug of DELIVERY_RATING_SLUGS)
      expect(DELIVERY_RATINGS[slug].definition).toMatch(/the target will (not )?be met/);
    expect(['amber', 'toString'].map(isDeliveryRating)).toEqual([true, false]);
  });
});
