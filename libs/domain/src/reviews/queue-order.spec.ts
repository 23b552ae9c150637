import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareInQueue, type QueuedReview, queueFor } from './queue-order.js';
import { REVIEW_STATES } from './review-status.js';

const review = (id: string, facts: Partial<QueuedReview> = {}): QueuedReview => ({
  id,
  status: 'queued',
  offTrack: false,
  queuedAt: new Date('2026-11-02T09:00:00Z'),
  reviewerId: null,
  ...facts,
});
const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 9));

describe('the order of the queue', () => {
  it.each<[string, QueuedReview[], string[]]>([
    ['the oldest first', [review('new', { queuedAt: at(9) }), review('old', { queuedAt: at(2) })], ['old', 'new']],
    [
      'off track before older ones',
      [review('old', { queuedAt: at(2) }), review('bad', { queuedAt: at(9), offTrack: true })],
      ['bad', 'old'],
    ],
    [
      'the oldest of those off track first',
      [review('b', { queuedAt: at(9), offTrack: true }), review('a', { queuedAt: at(3), offTrack: true })],
      ['a', 'b'],
    ],
    ['by id at the same moment', [review('b'), review('a')], ['a', 'b']],
    [
      'her own first, then those that wait, then those that others hold',
      [
        review('theirs', { status: 'claimed', reviewerId: 'ben', offTrack: true, queuedAt: at(1) }),
        review('waiting', { queuedAt: at(5), offTrack: true }),
        review('hers', { status: 'claimed', reviewerId: 'ada', queuedAt: at(9) }),
      ],
      ['hers', 'waiting', 'theirs'],
    ],
    [
      'without what is decided or closed',
      [review('done', { status: 'decided', reviewerId: 'ada' }), review('gone', { status: 'closed' }), review('open')],
      ['open'],
    ],
    ['nothing', [], []],
  ])('%s', (_, reviews, expected) => {
    expect(queueFor('ada', reviews).map(({ id }) => id)).toEqual(expected);
  });

  it('is one order, however the reviews come', () => {
    const anyReview = fc.record({
      id: fc.uuid(),
      status: fc.constantFrom(...REVIEW_STATES),
      offTrack: fc.boolean(),
      queuedAt: fc.integer({ min: 1, max: 5 }).map(at),
      reviewerId: fc.constantFrom(null, 'ada', 'ben'),
    });
    const reviews = fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(
      fc.property(reviews, (list) => {
        expect(queueFor('ada', [...list].reverse())).toEqual(queueFor('ada', list));
        for (const left of list) for (const right of list) {
          if (left !== right) expect(Math.sign(compareInQueue(left, right))).toBe(-Math.sign(compareInQueue(right, left)));
        }
      }),
    );
  });
});
