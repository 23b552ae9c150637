import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparePlaces, placeInQueue, type QueuedReview, queueFor } from './queue-order.js';
import { REVIEW_RISK_LEVELS } from './review-risk.js';
import { REVIEW_STATES } from './review-status.js';

const review = (id: string, facts: Partial<QueuedReview> = {}): QueuedReview => ({
  id,
  status: 'queued',
  risk: 'usual',
  queuedAt: new Date('2026-11-02T09:00:00Z'),
  reviewerId: null,
  ...facts,
});
const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 9));

describe('the order of the queue', () => {
  it.each<[string, QueuedReview[], string[]]>([
    ['the oldest first', [review('new', { queuedAt: at(9) }), review('old', { queuedAt: at(2) })], ['old', 'new']],
    [
      'risk before age',
      [review('old', { queuedAt: at(2) }), review('odd', { queuedAt: at(5), risk: 'some' }), review('bad', { queuedAt: at(9), risk: 'high' })],
      ['bad', 'odd', 'old'],
    ],
    ['the oldest of one risk first', [review('b', { queuedAt: at(9), risk: 'high' }), review('a', { queuedAt: at(3), risk: 'high' })], ['a', 'b']],
    ['by id at the same moment', [review('b'), review('a')], ['a', 'b']],
    [
      'her own first, then those that wait, then those that others hold',
      [
        review('theirs', { status: 'claimed', reviewerId: 'ben', risk: 'high', queuedAt: at(1) }),
        review('waiting', { queuedAt: at(5), risk: 'high' }),
        review('hers', { status: 'claimed', reviewerId: 'ada', queuedAt: at(9) }),
      ],
      ['hers', 'waiting', 'theirs'],
    ],
    [
      'what another has proposed waits for her; what she has proposed waits for others',
      [
        review('proposed by her', { status: 'proposed', reviewerId: 'ada', risk: 'high', queuedAt: at(1) }),
        review('waiting', { queuedAt: at(5) }),
        review('proposed by Ben', { status: 'proposed', reviewerId: 'ben', risk: 'high', queuedAt: at(9) }),
      ],
      ['proposed by Ben', 'waiting', 'proposed by her'],
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
      risk: fc.constantFrom(...REVIEW_RISK_LEVELS),
      queuedAt: fc.integer({ min: 1, max: 5 }).map(at),
      reviewerId: fc.constantFrom(null, 'ada', 'ben'),
    });
    const reviews = fc.uniqueArray(anyReview, { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(
      fc.property(reviews, (list) => {
        expect(queueFor('ada', [...list].reverse())).toEqual(queueFor('ada', list));
        const places = list.map((one) => placeInQueue('ada', one));
        for (const left of places) for (const right of places) {
          expect(Math.sign(comparePlaces(left, right))).toBe(left === right ? 0 : 0 - Math.sign(comparePlaces(right, left)));
        }
      }),
    );
  });
});
