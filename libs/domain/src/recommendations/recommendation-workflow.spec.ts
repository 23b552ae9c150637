import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/permissions.js';
import type { Role } from '#domain/access/roles.js';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import { recommendationRefusals } from './new-recommendation.js';
import type { RecommendationAction, RecommendationPosition, RecommendationState } from './recommendation-status.js';
import { canBeReaddressed, isOverdue, positionsTowardsRecommendation, RECOMMENDATION_WORKFLOW, type RecommendationFacts, takesProgress } from './recommendation-workflow.js';

const FACTS: RecommendationFacts = { words: 'Yes.', promise: 'Build it.', promisedOn: '2027-03-27', shown: 'Page 4.', today: '2026-11-23' };

describe('the life of a recommendation', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(RECOMMENDATION_WORKFLOW)).toEqual([]);
  });

  it.each<[RecommendationState, RecommendationPosition, RecommendationAction[]]>([
    ['awaiting-answer', 'addressee', ['accept', 'accept-in-part', 'not-accept']],
    ['awaiting-answer', 'council', ['withdraw']],
    ['accepted', 'addressee', []],
    ['accepted', 'council', ['mark-done', 'mark-not-done']],
    ['partly-accepted', 'council', ['mark-done', 'mark-not-done']],
    ['not-accepted', 'council', []],
    ['done', 'council', []],
    ['not-done', 'council', []],
    ['withdrawn', 'addressee', []],
  ])('%s: the %s may %j', (from, who, actions) => {
    expect(nextActions(RECOMMENDATION_WORKFLOW, from, [who]).map(({ action }) => action)).toEqual(actions);
  });

  it.each<[RecommendationState, RecommendationAction, Partial<RecommendationFacts>, string[]]>([
    ['awaiting-answer', 'accept', {}, []],
    ['awaiting-answer', 'accept', { promisedOn: '2026-11-23' }, []],
    ['awaiting-answer', 'accept', { words: ' ', promise: '', promisedOn: null }, ['words', 'promise', 'promisedOn']],
    ['awaiting-answer', 'accept-in-part', { promisedOn: '2026-11-22' }, ['promisedOn']],
    ['awaiting-answer', 'not-accept', { promise: '', promisedOn: null }, []],
    ['awaiting-answer', 'not-accept', { words: '' }, ['words']],
    ['awaiting-answer', 'withdraw', { words: '' }, ['words']],
    ['accepted', 'mark-done', { words: '', shown: ' ' }, ['words', 'shown']],
    ['partly-accepted', 'mark-not-done', { shown: 'a'.repeat(5001) }, ['shown']],
    ['accepted', 'mark-done', {}, []],
  ])('%s -%s->, case %#, is refused in %j', (from, action, over, fields) => {
    const arrow = transitionFor(RECOMMENDATION_WORKFLOW, from, action, ['addressee', 'council']);
    expect(arrow?.refuse?.({ ...FACTS, ...over }).map(({ field }) => field)).toEqual(fields);
  });

  it.each<[Role, string, string | null, RecommendationPosition[]]>([
    ['sro', 'dfe', null, ['addressee']],
    ['sro', 'dhsc', null, []],
    ['official', 'dfe', null, []],
    ['place-official', 'dfe', null, ['addressee']],
    ['council-member', 'council', null, ['council']],
    ['council-chair', 'council', null, ['council']],
    ['council-member', 'council', 'dfe', []],
    ['council-member', 'dfe', null, []],
    ['reviewer', 'council', null, []],
    ['administrator', 'council', null, []],
  ])('%s of %s from %s: %j', (role, organisationId, homeOrganisationId, positions) => {
    const actor: Actor = { kind: 'user', id: 'u', name: 'U', roles: [role], organisationId, homeOrganisationId };
    expect(positionsTowardsRecommendation(actor, 'dfe')).toEqual(positions);
  });

  it.each<[RecommendationState, string, string | null, boolean]>([
    ['awaiting-answer', '2026-11-22', null, true],
    ['awaiting-answer', '2026-11-23', null, false],
    ['accepted', '2026-01-01', '2026-11-22', true],
    ['partly-accepted', '2026-01-01', '2026-11-23', false],
    ['not-accepted', '2026-01-01', null, false],
    ['done', '2026-01-01', '2026-11-22', false],
    ['withdrawn', '2026-01-01', null, false],
  ])('%s, answer due on %s, promised for %s: overdue on 23 November: %s', (state, answerDueOn, promisedOn, late) => {
    expect(isOverdue({ state, answerDueOn, promisedOn }, '2026-11-23')).toBe(late);
  });

  it.each<[RecommendationState, boolean, boolean]>([
    ['awaiting-answer', false, true],
    ['accepted', true, true],
    ['not-accepted', false, false],
    ['done', false, false],
  ])('%s takes progress: %s; can be re-addressed: %s', (state, progress, readdressed) => {
    expect([takesProgress(state), canBeReaddressed(state)]).toEqual([progress, readdressed]);
  });
});

describe('a new recommendation', () => {
  it.each<[string, number, string[]]>([
    ['Publish it.', 40, []],
    [' ', Number.NaN, ['text', 'answerDays']],
    ['Publish it.', 4, ['answerDays']],
    ['Publish it.', 5, []],
    ['Publish it.', 250, []],
    ['Publish it.', 251, ['answerDays']],
    ['Publish it.', 7.5, ['answerDays']],
    ['a'.repeat(5001), 40, ['text']],
  ])('case %# is refused in its fields', (text, answerDays, fields) => {
    expect(recommendationRefusals({ text, answerDays }).map(({ field }) => field)).toEqual(fields);
  });
});
