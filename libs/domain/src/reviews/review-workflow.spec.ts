import { describe, expect, it } from '@jest/globals';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import { type Reviewer } from './review-blockers.js';
import { REVIEW_DECISION_NAMES, REVIEW_STATES, type ReviewStatus } from './review-status.js';
import { actionOf, positionsTowards, REVIEW_WORKFLOW, type ReviewAction, type ReviewFacts, type ReviewPosition } from './review-workflow.js';

const ada: Reviewer = { id: 'ada', roles: ['reviewer'], organisationId: 'council', homeOrganisationId: null };
const delivery = { organisationId: 'health', authors: ['olu'], sections: [{ key: 'narrative', title: 'Narrative' }] };

describe('the workflow of a review', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(REVIEW_WORKFLOW)).toEqual([]);
  });

  /** Every state × action × position that has an arrow; all others have none. */
  const arrows: [ReviewStatus, ReviewAction, ReviewPosition, ReviewStatus][] = [
    ['queued', 'claim', 'reviewer', 'claimed'],
    ['claimed', 'hand-back', 'holder', 'queued'],
    ['claimed', 'hand-on', 'holder', 'claimed'],
    ['claimed', 'hand-on', 'council', 'claimed'],
    ['claimed', 'return', 'system', 'queued'],
    ['claimed', 'accept', 'holder', 'decided'],
    ['claimed', 'propose', 'holder', 'proposed'],
    ['claimed', 'request-changes', 'holder', 'decided'],
    ['claimed', 'publish-unresolved', 'holder', 'decided'],
    ['proposed', 'confirm', 'second', 'decided'],
    ['proposed', 'refuse', 'second', 'claimed'],
    ['proposed', 'take-back', 'holder', 'claimed'],
    ['queued', 'close', 'system', 'closed'],
    ['claimed', 'close', 'system', 'closed'],
    ['proposed', 'close', 'system', 'closed'],
  ];
  const actions: ReviewAction[] = [
    'claim', 'hand-back', 'hand-on', 'return', 'accept', 'propose', 'confirm', 'refuse', 'take-back', 'request-changes', 'publish-unresolved', 'close',
  ];
  const positions: ReviewPosition[] = ['reviewer', 'holder', 'second', 'council', 'system'];
  const cells = REVIEW_STATES.flatMap((from) => actions.flatMap((action) => positions.map((who) => [from, action, who] as const)));

  it.each(cells)('%s -%s-> by %s', (from, action, who) => {
    const expected = arrows.find((arrow) => arrow[0] === from && arrow[1] === action && arrow[2] === who)?.[3];
    expect(transitionFor(REVIEW_WORKFLOW, from, action, [who])?.to).toBe(expected);
  });

  it.each([
    ['a review that waits, to a reviewer', { reviewerId: null }, ada, 'queued', ['claim']],
    ['a review that she holds', { reviewerId: 'ada' }, ada, 'claimed', ['accept', 'propose', 'request-changes', 'publish-unresolved', 'hand-back', 'hand-on']],
    ['a review that another holds', { reviewerId: 'ben' }, ada, 'claimed', []],
    ['what another proposes', { reviewerId: 'ben' }, ada, 'proposed', ['confirm', 'refuse']],
    ['what she proposes herself', { reviewerId: 'ada' }, ada, 'proposed', ['take-back']],
    ['a decided review of hers', { reviewerId: 'ada' }, ada, 'decided', []],
    ['somebody without the role', { reviewerId: null }, { ...ada, roles: ['council-chair' as const] }, 'queued', []],
    ['a holder who has lost the role', { reviewerId: 'ada' }, { ...ada, roles: ['council-member' as const] }, 'claimed', ['hand-on']],
  ] as const)('shows the buttons of %s', (_, review, reviewer, status, expected) => {
    const buttons = nextActions(REVIEW_WORKFLOW, status, positionsTowards(review, reviewer));
    expect(buttons.map(({ action }) => action)).toEqual(expected);
  });

  it.each([
    ['claim', { ...ada, homeOrganisationId: 'health' }, true, ['home-department']],
    // The checks need not have run for a claim.
    ['claim', ada, false, []],
    ['accept', { ...ada, organisationId: 'health' }, false, ['own-department', 'checks-not-run']],
    ['accept', ada, true, []],
    // Letting go decides nothing.
    ['hand-back', { ...ada, organisationId: 'health' }, false, []],
  ] as const)('%s is refused for its reasons', (action, reviewer, checksDone, codes) => {
    const facts: ReviewFacts = { reviewer, delivery, checksDone };
    const arrow = REVIEW_WORKFLOW.transitions.find((transition) => transition.action === action);
    expect((arrow?.refuse?.(facts) ?? []).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['accept', { needsSecond: true }, ['second-needed']],
    ['propose', { needsSecond: true }, []],
    ['propose', { questionOpen: true }, ['question-open']],
    ['publish-unresolved', { bars: [{ code: 'interest', message: 'A declared interest' }] }, ['interest']],
    ['claim', { bars: [{ code: 'interest', message: 'A declared interest' }] }, ['interest']],
    ['confirm', { questionOpen: true }, ['question-open']],
    ['refuse', { questionOpen: true }, []],
  ] as const)('%s is refused with %j for %j', (action, facts, codes) => {
    const arrow = REVIEW_WORKFLOW.transitions.find((transition) => transition.action === action);
    expect((arrow?.refuse?.({ reviewer: ada, delivery, checksDone: true, ...facts }) ?? []).map(({ code }) => code)).toEqual(codes);
  });

  it('has a move for each decision, and proposes an acceptance that needs a second reviewer', () => {
    const moves = REVIEW_DECISION_NAMES.map((decision) => [actionOf(decision, false), actionOf(decision, true)]);
    expect(moves).toEqual([['accept', 'propose'], ['accept', 'propose'], ['request-changes', 'request-changes'], ['publish-unresolved', 'publish-unresolved']]);
    expect(moves.flat().map((action) => transitionFor(REVIEW_WORKFLOW, 'claimed', action, ['holder'])?.to)).not.toContain(undefined);
  });
});
