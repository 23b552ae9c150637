import { describe, expect, it } from '@jest/globals';
import { type DecidedItem, type QueueItem } from '../reviews.queries.js';
import { listReviewsPage } from './list-reviews.presenter.js';

const item = (facts: Partial<QueueItem> = {}): QueueItem => ({
  id: 'r1',
  status: 'queued',
  offTrack: false,
  queuedAt: new Date('2026-11-23T09:00:00Z'),
  reviewerId: null,
  reference: 'ER-2026-7K3D',
  kind: 'evidence-return',
  organisation: { name: 'Department for Education' },
  mission: { focusArea: 'Education' },
  coversLabel: 'April 2025 to March 2026',
  versionNumber: 1,
  dueOn: '2026-12-07',
  checksDone: true,
  reviewerName: null,
  ...facts,
});

const ada = { id: 'ada' };

describe('the queue as a page', () => {
  it('says what waits, whose, since when and until when', () => {
    expect(listReviewsPage(ada, '2026-11-24', [item()], []).queue).toEqual([
      {
        reference: 'ER-2026-7K3D',
        href: '/reviews/r1',
        what: 'Evidence return on Education for April 2025 to March 2026',
        department: 'Department for Education',
        offTrack: false,
        since: '23 November 2026 at 9:00am',
        due: '7 December 2026',
        overdue: false,
        status: 'Waiting for a reviewer',
      },
    ]);
  });

  it.each<[string, Partial<QueueItem>, object]>([
    ['before its checks', { checksDone: false }, { status: 'Checks are running' }],
    ['her own', { status: 'claimed', reviewerId: 'ada' }, { status: 'You are reviewing this' }],
    ['another’s', { status: 'claimed', reviewerId: 'ben', reviewerName: 'Ben' }, { status: 'Being reviewed by Ben' }],
    ['of somebody who is gone', { status: 'claimed', reviewerId: 'ben' }, { status: 'Being reviewed by another reviewer' }],
    ['on its last day', { dueOn: '2026-11-24' }, { overdue: false }],
    ['the day after', { dueOn: '2026-11-23' }, { overdue: true }],
    ['a second version', { versionNumber: 2 }, { what: 'Evidence return on Education for April 2025 to March 2026 (version 2)' }],
    [
      'a plan',
      { kind: 'delivery-plan', mission: null, coversLabel: '2026 to 2027' },
      { what: 'Outcome delivery plan of Department for Education for 2026 to 2027' },
    ],
  ])('%s', (_, facts, expected) => {
    expect(listReviewsPage(ada, '2026-11-24', [item(facts)], []).queue[0]).toMatchObject(expected);
  });

  it('shows decisions in words', () => {
    const decided: DecidedItem = { ...item({ status: 'decided' }), decision: 'changes-requested', decidedAt: new Date('2026-11-24T10:00:00Z') };
    expect(listReviewsPage(ada, '2026-11-24', [], [decided]).decided).toEqual([
      expect.objectContaining({ reference: 'ER-2026-7K3D', decision: 'Changes requested', decided: '24 November 2026 at 10:00am' }),
    ]);
  });
});
