import { describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { type DecidedItem, type QueueItem, type ReviewQueue } from '../reviews.queries.js';
import { type AskedQueue, listReviewsPage, type ListReviewsPage } from './list-reviews.presenter.js';

const ID = '00000000-0000-4000-8000-000000000001';

const item = (facts: Partial<QueueItem> = {}): QueueItem => ({
  id: ID,
  status: 'queued',
  risk: 'usual',
  riskReasons: [],
  queuedAt: new Date('2026-11-23T09:00:00Z'),
  reviewerId: null,
  rowVersion: 3,
  reference: 'ER-2026-7K3D',
  kind: 'evidence-return',
  organisation: { name: 'Department for Education' },
  organisationId: 'dfe',
  mission: { focusArea: 'Education' },
  missionId: 'education',
  coversLabel: 'April 2025 to March 2026',
  versionNumber: 1,
  dueOn: '2026-12-07',
  checksDone: true,
  needsSecond: false,
  questionOpen: false,
  reviewerName: null,
  ...facts,
});

const ada: Actor = { kind: 'user', id: 'ada', name: 'Ada', roles: ['reviewer'], organisationId: 'council', homeOrganisationId: null };
const member: Actor = { ...ada, roles: ['council-member'] };
const NO_FORM = { values: {}, errors: {}, summary: undefined };

const page = (queue: Partial<ReviewQueue>, asked: Partial<AskedQueue> = {}, actor = ada, decided: DecidedItem[] = []): ListReviewsPage =>
  listReviewsPage(actor, { items: [], barred: [], ...queue }, decided, { filter: {}, cursor: undefined, form: NO_FORM, today: '2026-11-24', ...asked });

describe('the queue as a page', () => {
  it('says what waits, whose, how risky, since when and until when', () => {
    expect(page({ items: [item({ risk: 'high', riskReasons: ['Figures off track or worse'] })] }).queue).toEqual([
      {
        reference: 'ER-2026-7K3D',
        href: `/reviews/${ID}`,
        what: 'Evidence return on Education for April 2025 to March 2026',
        department: 'Department for Education',
        tick: { id: 'reviews', value: `${ID}:3`, label: 'Select ER-2026-7K3D' },
        risk: { text: 'High risk', classes: 'govuk-tag--red' },
        reasons: ['Figures off track or worse'],
        since: '23 November 2026 at 9:00am',
        due: '7 December 2026',
        status: 'Waiting for a reviewer',
        tags: [],
      },
    ]);
  });

  it.each<[string, Partial<QueueItem>, object]>([
    ['before its checks', { checksDone: false }, { status: 'Checks are running' }],
    ['her own', { status: 'claimed', reviewerId: 'ada' }, { status: 'You are reviewing this', tick: undefined }],
    ['another’s', { status: 'claimed', reviewerId: 'ben', reviewerName: 'Ben' }, { status: 'Being reviewed by Ben', tick: undefined }],
    ['of somebody who is gone', { status: 'claimed', reviewerId: 'ben' }, { status: 'Being reviewed by another reviewer' }],
    ['her own proposal', { status: 'proposed', reviewerId: 'ada' }, { status: 'Waiting for a second reviewer' }],
    ['another’s proposal', { status: 'proposed', reviewerId: 'ben', reviewerName: 'Ben' }, { status: 'Needs a second reviewer: Ben proposes to accept' }],
    ['on its last day', { dueOn: '2026-11-24' }, { tags: [] }],
    ['the day after', { dueOn: '2026-11-23' }, { tags: [{ text: 'Overdue', classes: 'govuk-tag--red' }] }],
    ['with a question', { questionOpen: true }, { tags: [{ text: 'Question open', classes: 'govuk-tag--blue' }] }],
    ['that needs two', { needsSecond: true }, { tags: [{ text: 'Second reviewer needed', classes: 'govuk-tag--purple' }] }],
    ['a second version', { versionNumber: 2 }, { what: 'Evidence return on Education for April 2025 to March 2026 (version 2)' }],
    [
      'a plan',
      { kind: 'delivery-plan', mission: null, missionId: null, coversLabel: '2026 to 2027' },
      { what: 'Outcome delivery plan of Department for Education for 2026 to 2027' },
    ],
  ])('%s', (_, facts, expected) => {
    expect(page({ items: [item(facts)] }).queue[0]).toMatchObject(expected);
  });

  it('offers no claim to a member', () => {
    const { claims, queue, links } = page({ items: [item()] }, {}, member);
    expect([claims, queue[0]?.tick]).toEqual([null, undefined]);
    expect(links.map(({ href }) => href)).not.toContain('/reviews/bulk/accept');
  });

  it('counts, and says what is filtered out', () => {
    const items = [item(), item({ id: 'b', status: 'claimed', reviewerId: 'ada', dueOn: '2026-11-01' }), item({ id: 'c', status: 'claimed', reviewerId: 'ben', questionOpen: true })];
    const { found, counts, queue, filters } = page({ items }, { filter: { state: 'mine' } });
    expect(found).toBe('1 of 3 open');
    expect(counts).toBe('1 waiting, 1 with you, 1 with others. 0 need a second reviewer, 1 has a question open, 1 is overdue.');
    expect(queue).toHaveLength(1);
    expect(filters.chosen).toEqual([{ name: 'state', value: 'mine' }]);
    expect(page({ items }, { filter: { kind: 'delivery-plan' } }).nothing).toBe('No open review is like that.');
    expect(page({}).nothing).toBe('No delivery waits for a review.');
  });

  it('says what is not offered, and why', () => {
    expect(page({ barred: [{ ...item(), bars: ['home', 'interest'] }] }).barred).toMatchObject({
      summary: 'One delivery is not offered to you',
      lines: [{ reference: 'ER-2026-7K3D', why: ['You are on secondment from the department', 'You have declared an interest'] }],
    });
  });

  it('has pages of fifty, each line once', () => {
    const items = Array.from({ length: 120 }, (_, index) => item({ id: `id-${String(index).padStart(3, '0')}`, reference: `R${index}` }));
    const seen: string[] = [];
    let cursor: string | undefined;
    for (let turn = 0; turn < 3; turn += 1) {
      const shown = page({ items }, { cursor, filter: { kind: 'evidence-return' } });
      seen.push(...shown.queue.map(({ reference }) => reference));
      const next = shown.paging.next && new URL(shown.paging.next, 'http://x');
      cursor = next ? (next.searchParams.get('cursor') ?? undefined) : undefined;
      if (next) expect(next.searchParams.get('kind')).toBe('evidence-return');
    }
    expect(seen).toEqual(items.map(({ reference }) => reference));
    expect(cursor).toBeUndefined();
    expect(() => page({ items }, { cursor: 'nonsense' })).toThrow();
  });

  it('shows decisions in words', () => {
    const decided: DecidedItem = { ...item(), decision: 'changes-requested', decidedAt: new Date('2026-11-24T10:00:00Z') };
    expect(page({}, {}, ada, [decided]).decided).toEqual([
      expect.objectContaining({ reference: 'ER-2026-7K3D', decision: 'Changes requested', decided: '24 November 2026 at 10:00am' }),
    ]);
  });
});
