import { describe, expect, it } from '@jest/globals';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { aYearAfter, decidedSince, type PastRating, type RatedTarget, recordOf, type YearLater, yearLaterOf } from './past-rating.js';

const OPEN: RatedTarget = { aYearLater: null, outcome: null, decidedOn: null };
const rated = (rating: DeliveryRating, words: (Verdict | null)[], ratedOn = '2024-05-20'): PastRating => ({
  rating, ratedOn, targets: words.map((aYearLater) => ({ ...OPEN, aYearLater })),
});

describe('a rating a year later', () => {
  // ladder: on track 0, slipping and cannot tell yet 1, off track 2, deteriorating and missed 3; green and amber-green 0, amber 1, amber-red 2, red 3
  it.each<[DeliveryRating, (Verdict | null)[], YearLater]>([
    ['green', ['on-track'], 'agrees'],
    ['green', ['slipping'], 'agrees'],
    ['green', ['off-track'], 'worse'],
    ['amber-green', ['missed'], 'worse'],
    ['amber', ['off-track'], 'agrees'],
    ['amber', ['deteriorating'], 'worse'],
    ['amber', ['achieved'], 'agrees'],
    ['amber-red', ['on-track'], 'better'],
    ['red', ['slipping'], 'better'],
    ['red', ['off-track'], 'agrees'],
    ['green', ['on-track', 'off-track', 'achieved'], 'worse'],
    ['green', ['no-data', 'on-track', null], 'agrees'],
    ['green', ['no-data', 'awaiting-figures'], 'no-word'],
    ['green', [null], 'no-word'],
    ['green', [], 'no-word'],
    ['green', ['no-detectable-change'], 'no-word'],
  ])('%s, and then %j: %s', (rating, words, expected) => {
    expect(yearLaterOf(rated(rating, words), '2025-05-20')).toBe(expected);
  });

  it('is not told before the year is over', () => {
    expect(yearLaterOf(rated('green', ['off-track']), '2025-05-19')).toBe('not-yet');
  });

  it.each([['2024-05-20', '2025-05-20'], ['2024-02-29', '2025-02-28'], ['2023-02-28', '2024-02-28'], ['2024-12-31', '2025-12-31']])('of %s ends on %s', (day, later) => {
    expect(aYearAfter(day)).toBe(later);
  });
});

describe('targets decided since', () => {
  it.each<[string, Partial<RatedTarget>, { met: number; missed: number }]>([
    ['met afterwards', { outcome: 'met', decidedOn: '2024-05-21' }, { met: 1, missed: 0 }],
    ['missed afterwards', { outcome: 'missed', decidedOn: '2030-12-15' }, { met: 0, missed: 1 }],
    ['decided on the day itself', { outcome: 'missed', decidedOn: '2024-05-20' }, { met: 0, missed: 0 }],
    ['decided before', { outcome: 'met', decidedOn: '2024-01-01' }, { met: 0, missed: 0 }],
    ['still open', {}, { met: 0, missed: 0 }],
  ])('%s', (_, target, expected) => {
    expect(decidedSince({ rating: 'green', ratedOn: '2024-05-20', targets: [{ ...OPEN, ...target }] })).toEqual(expected);
  });
});

it('adds up', () => {
  const ratings: PastRating[] = [
    rated('green', ['off-track']),
    rated('green', ['on-track']),
    rated('red', ['on-track']),
    rated('amber', []),
    rated('amber', ['on-track'], '2026-01-01'),
    { rating: 'green', ratedOn: '2024-05-20', targets: [{ aYearLater: 'on-track', outcome: 'met', decidedOn: '2025-07-01' }, { aYearLater: 'slipping', outcome: 'missed', decidedOn: '2025-07-01' }] },
  ];
  expect(recordOf(ratings, '2026-06-01')).toEqual({ given: 6, yearLater: { worse: 1, agrees: 2, better: 1, 'no-word': 1, 'not-yet': 1 }, met: 1, missed: 1 });
  expect(recordOf([], '2026-06-01')).toEqual({ given: 0, yearLater: { worse: 0, agrees: 0, better: 0, 'no-word': 0, 'not-yet': 0 }, met: 0, missed: 0 });
});
