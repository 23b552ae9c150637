import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/permissions.js';
import type { Role } from '#domain/access/roles.js';
import { faultsOf, nextActions, transitionFor } from '#domain/workflow/transition-table.js';
import { proposalBlockers, type ProposalTexts } from './new-proposal.js';
import type { ProposalAction, ProposalOutcome, ProposalPosition, ProposalState } from './proposal-status.js';
import { isAnswerOverdue, positionsTowardsProposal, PROPOSAL_WORKFLOW } from './proposal-workflow.js';

describe('the life of a local proposal', () => {
  it('reaches every state and has no trap', () => {
    expect(faultsOf(PROPOSAL_WORKFLOW)).toEqual([]);
  });

  it.each<[ProposalState, ProposalPosition, ProposalAction[]]>([
    ['received', 'department', ['acknowledge']],
    ['received', 'proposer', ['withdraw']],
    ['acknowledged', 'department', ['take-up', 'answer']],
    ['with-department', 'department', ['answer']],
    ['with-department', 'proposer', ['withdraw']],
    ['answered', 'department', []],
    ['answered', 'proposer', []],
    ['withdrawn', 'department', []],
  ])('%s: the %s may %j', (from, who, actions) => {
    expect(nextActions(PROPOSAL_WORKFLOW, from, [who]).map(({ action }) => action)).toEqual(actions);
  });

  it.each<[ProposalState, ProposalAction, ProposalOutcome | null, string, string[]]>([
    ['acknowledged', 'answer', null, '', ['outcome', 'words']],
    ['acknowledged', 'answer', 'declined', ' ', ['words']],
    ['with-department', 'answer', 'accepted-in-part', 'The tram, not the bridge.', []],
    ['with-department', 'answer', 'accepted', 'a'.repeat(5001), ['words']],
    ['received', 'withdraw', null, '', ['words']],
    ['received', 'withdraw', null, 'Funded by ourselves.', []],
  ])('%s -%s-> as %s is refused in case %#', (from, action, outcome, words, fields) => {
    const arrow = transitionFor(PROPOSAL_WORKFLOW, from, action, ['department', 'proposer']);
    expect(arrow?.refuse?.({ outcome, words }).map(({ field }) => field)).toEqual(fields);
  });

  const person = (role: Role, organisationId: string): Actor => ({ kind: 'user', id: 'u', name: 'U', roles: [role], organisationId, homeOrganisationId: null });
  it.each<[Role, string, ProposalPosition[]]>([
    ['director', 'gmca', ['proposer']],
    ['place-official', 'gmca', ['proposer']],
    ['place-official', 'york', []],
    ['official', 'dft', ['department']],
    ['sro', 'dft', ['department']],
    ['official', 'dfe', []],
  ])('%s of %s: %j', (role, organisation, positions) => {
    expect(positionsTowardsProposal(person(role, organisation), { proposer: 'gmca', department: 'dft' })).toEqual(positions);
  });

  it.each<[ProposalState, string, boolean]>([
    ['received', '2026-11-22', true],
    ['with-department', '2026-11-22', true],
    ['received', '2026-11-23', false],
    ['answered', '2026-11-22', false],
    ['withdrawn', '2026-11-22', false],
  ])('%s, due on %s, is late on 23 November: %s', (state, answerDueOn, late) => {
    expect(isAnswerOverdue({ state, answerDueOn }, '2026-11-23')).toBe(late);
  });
});

describe('a new proposal', () => {
  const TEXTS: ProposalTexts = { title: 'A tram', ask: 'Fund it.', cost: '£2 million', evidence: 'Our study, page 4' };
  it.each<[Partial<ProposalTexts>, string[]]>([
    [{}, []],
    [{ title: ' ', ask: '', cost: '', evidence: '' }, ['title', 'ask', 'cost', 'evidence']],
    [{ title: 'a'.repeat(201) }, ['title']],
    [{ evidence: 'a'.repeat(5001) }, ['evidence']],
  ])('case %# is refused in its fields', (over, fields) => {
    expect(proposalBlockers({ ...TEXTS, ...over }).map(({ field }) => field)).toEqual(fields);
  });
});
