import { describe, expect, it } from '@jest/globals';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import type { Actor } from '#domain/access/permissions.js';
import type { Role } from '#domain/access/roles.js';
import type { DataGapState } from './data-gap-kind.js';
import { positionsTowardsGap } from './data-gap-position.js';
import { DATA_GAP_WORKFLOW, type DataGapAction, type DataGapFacts, type DataGapPosition, planMove } from './data-gap-workflow.js';

describe('the workflow of a data gap', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(DATA_GAP_WORKFLOW)).toEqual([]);
  });

  it.each<[DataGapState, DataGapPosition, DataGapAction[]]>([
    ['open', 'keeper', ['plan', 'close', 'decline']],
    ['open', 'owner', ['plan']],
    ['open', 'system', ['figures-come']],
    ['planned', 'keeper', ['drop-plan', 'close', 'decline']],
    ['planned', 'owner', ['drop-plan']],
    ['planned', 'system', ['figures-come']],
    ['not-to-be-closed', 'keeper', ['reopen']],
    ['not-to-be-closed', 'owner', []],
    ['not-to-be-closed', 'system', ['figures-come']],
    ['closed', 'keeper', []],
    ['closed', 'owner', []],
    ['closed', 'system', []],
  ])('%s: the %s may %j', (from, who, actions) => {
    expect(nextActions(DATA_GAP_WORKFLOW, from, [who]).map(({ action }) => action)).toEqual(actions);
  });

  const facts = (over: Partial<DataGapFacts> = {}): DataGapFacts => ({ plan: 'A survey.', resource: '£2 million a year', reason: 'Because.', ...over });
  it.each<[DataGapState, DataGapAction, DataGapPosition, Partial<DataGapFacts>, string[]]>([
    ['open', 'plan', 'owner', {}, []],
    ['open', 'plan', 'owner', { plan: ' ', resource: '' }, ['plan-missing', 'resource-missing']],
    ['open', 'plan', 'keeper', { resource: ' ' }, ['resource-missing']],
    ['planned', 'close', 'keeper', { reason: '' }, ['reason-missing']],
    ['open', 'decline', 'keeper', { reason: ' ' }, ['reason-missing']],
    ['open', 'decline', 'keeper', {}, []],
    ['not-to-be-closed', 'reopen', 'keeper', { reason: '' }, ['reason-missing']],
    ['planned', 'figures-come', 'system', { reason: '' }, []],
  ])('%s -%s-> by the %s with %j is refused for %j', (from, action, who, over, codes) => {
    const refusals = transitionFor(DATA_GAP_WORKFLOW, from, action, [who])?.refuse?.(facts(over)) ?? [];
    expect(refusals.map(({ code }) => code)).toEqual(codes);
  });

  it.each<[DataGapState, string, string, string | undefined]>([
    ['open', 'A survey.', 'Two people', 'plan'],
    ['open', 'A survey.', '', 'plan'],
    ['open', ' ', '', undefined],
    ['planned', 'Another survey.', 'Two people', undefined],
    ['planned', '', ' ', 'drop-plan'],
    ['closed', 'A survey.', 'Two people', undefined],
  ])('writing a plan in %s (“%s”, “%s”) makes the move %s', (state, plan, resource, move) => {
    expect(planMove(state, { plan, resource })).toBe(move);
  });
});

describe('whose a gap is', () => {
  const person = (role: Role, organisationId: string): Actor => ({ kind: 'user', id: 'u', name: 'U', roles: [role], organisationId, homeOrganisationId: null });
  it.each<[Role, string, string | null, DataGapPosition[]]>([
    ['statistician', 'council', 'dfe', ['keeper']],
    ['official', 'dfe', 'dfe', ['owner']],
    ['sro', 'dfe', 'dfe', ['owner']],
    ['sro', 'dhsc', 'dfe', []],
    ['official', 'dfe', null, []],
    ['reviewer', 'council', 'council', []],
  ])('%s of %s towards a gap of %s: %j', (role, organisation, owner, positions) => {
    expect(positionsTowardsGap(person(role, organisation), owner)).toEqual(positions);
  });

  it('is the system’s in a job, and nobody’s at the command line', () => {
    const nobody = { id: 'x', name: 'x', roles: [], organisationId: null, homeOrganisationId: null };
    expect(positionsTowardsGap({ kind: 'job', ...nobody }, 'dfe')).toEqual(['system']);
    expect(positionsTowardsGap({ kind: 'command', ...nobody }, 'dfe')).toEqual([]);
  });
});
