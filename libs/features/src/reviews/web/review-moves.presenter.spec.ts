import { describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { requireMove } from './review-form.presenter.js';
import { reviewMoves } from './review-moves.presenter.js';

const ada: Actor = { kind: 'user', id: 'ada', name: 'Ada', roles: ['reviewer'], organisationId: 'council', homeOrganisationId: null };
const done = new Date('2026-11-23T09:01:00Z');

const head = (review: Partial<ReviewHead['review']>, reviewerName: string | null = null): ReviewHead =>
  ({
    review: { id: 'r1', status: 'queued', reviewerId: null, checksDoneAt: done, rowVersion: 3, ...review },
    submission: { status: 'in-review', roundsSentBack: 0 },
    delivery: { organisationId: 'health', authors: ['olu'], sections: [] },
    reviewerName,
    questions: [],
    bars: [],
    today: '2026-11-23',
  }) as unknown as ReviewHead;

describe('the buttons of a review', () => {
  it.each<[string, Actor, ReviewHead, string[], string[]]>([
    ['a review that waits', ada, head({}), ['claim', 'note'], ['Claim this review before you decide']],
    ['her own', ada, head({ status: 'claimed', reviewerId: 'ada' }), ['decide', 'ask', 'handBack', 'handOn', 'note'], []],
    [
      'her own before the checks have run',
      ada,
      head({ status: 'claimed', reviewerId: 'ada', checksDoneAt: null }),
      ['ask', 'handBack', 'handOn', 'note'],
      ['The checks have not run yet. You can decide when their results are there'],
    ],
    ['another’s', ada, head({ status: 'claimed', reviewerId: 'ben' }, 'Ben'), ['note'], ['Ben has claimed this review']],
    ['what another proposes', ada, head({ status: 'proposed', reviewerId: 'ben', needsSecond: true }, 'Ben'), ['second', 'note'], []],
    ['what she proposes herself', ada, head({ status: 'proposed', reviewerId: 'ada', needsSecond: true }), ['takeBack', 'note'], []],
    ['another’s, to a member of the council', { ...ada, roles: ['council-member'] }, head({ status: 'claimed', reviewerId: 'ben' }, 'Ben'), ['handOn', 'note'], ['Only a reviewer of the council can review a delivery', 'Ben has claimed this review']],
    ['a decided one', ada, head({ status: 'decided', reviewerId: 'ada' }), ['note'], []],
    ['a closed one', ada, head({ status: 'closed' }), ['note'], []],
    [
      'a secondee’s department’s',
      { ...ada, homeOrganisationId: 'health' },
      head({}),
      [],
      ['You are on secondment from the department that submitted this'],
    ],
    ['what she wrote herself', { ...ada, id: 'olu' }, head({}), ['note'], ['You wrote or signed a version of this']],
    ['a council member', { ...ada, roles: ['council-member'] }, head({}), ['note'], ['Only a reviewer of the council can review a delivery']],
  ])('%s', (_, actor, review, buttons, whyNot) => {
    const moves = reviewMoves(actor, review);
    expect((['claim', 'decide', 'second', 'takeBack', 'ask', 'handBack', 'handOn', 'note'] as const).filter((move) => moves[move])).toEqual(buttons);
    expect(moves.whyNot).toEqual(whyNot);
  });
});

describe('the page of a move', () => {
  it.each<[string, Actor, ReviewHead, 'decide' | 'handBack', string | undefined, string]>([
    ['opens for the holder', ada, head({ status: 'claimed', reviewerId: 'ada' }), 'decide', undefined, ''],
    ['is forbidden to whoever is barred', { ...ada, homeOrganisationId: 'health' }, head({}), 'decide', 'forbidden', 'may-not-review'],
    ['conflicts before the claim', ada, head({}), 'decide', 'conflict', 'review-queued'],
    ['conflicts with another’s claim', ada, head({ status: 'claimed', reviewerId: 'ben' }, 'Ben'), 'handBack', 'conflict', 'review-claimed'],
    ['conflicts after the decision', ada, head({ status: 'decided', reviewerId: 'ada' }), 'decide', 'conflict', 'review-decided'],
  ])('%s', (_, actor, review, move, kind, code) => {
    let refusal: unknown;
    try {
      requireMove(actor, review, move);
    } catch (error) {
      refusal = error;
    }
    expect(refusal instanceof ApplicationError ? [refusal.kind, refusal.code] : undefined).toEqual(kind && [kind, code]);
  });
});
