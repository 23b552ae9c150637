import { describe, expect, it } from '@jest/globals';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import { type Reviewer } from './review-blockers.js';
import { REVIEW_STATES, type ReviewStatus } from './review-status.js';
import { ACTION_OF_DECISION, positionsTowards, REVIEW_WORKFLOW, type ReviewAction, type ReviewFacts, type ReviewPosition } from './review-workflow.js';

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
    ['claimed', 'accept', 'holder', 'decided'],
    ['claimed', 'request-changes', 'holder', 'decided'],
    ['queued', 'close', 'system', 'closed'],
    ['claimed', 'close', 'system', 'closed'],
  ];
  const actions: ReviewAction[] = ['claim', 'hand-back', 'accept', 'request-changes', 'close'];
  const positions: ReviewPosition[] = ['reviewer', 'holder', 'system'];
  const cells = REVIEW_STATES.flatMap((from) => actions.flatMap((action) => positions.map((who) => [from, action, who] as const)));

  it.each(cells)('%s -%s-> by %s', (from, action, who) => {
    const expected = arrows.find((arrow) => arrow[0] === from && arrow[1] === action && arrow[2] === who)?.[3];
    expect(transitionFor(REVIEW_WORKFLOW, from, action, [who])?.to).toBe(expected);
  });

  it.each([
    ['a review that waits, to a reviewer', { reviewerId: null }, ada, 'queued', ['claim']],
    ['a review that she holds', { reviewerId: 'ada' }, ada, 'claimed', ['accept', 'request-changes', 'hand-back']],
    ['a review that another holds', { reviewerId: 'ben' }, ada, 'claimed', []],
    ['a decided review of hers', { reviewerId: 'ada' }, ada, 'decided', []],
    ['somebody without the role', { reviewerId: null }, { ...ada, roles: ['council-chair' as const] }, 'queued', []],
    ['a holder who has lost the role', { reviewerId: 'ada' }, { ...ada, roles: ['council-member' as const] }, 'claimed', []],
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

  it('has a move for each decision', () => {
    expect(Object.values(ACTION_OF_DECISION).map((action) => transitionFor(REVIEW_WORKFLOW, 'claimed', action, ['holder'])?.to)).toEqual([
      'decided',
      'decided',
    ]);
  });
});
