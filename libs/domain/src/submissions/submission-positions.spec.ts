import { describe, expect, it } from '@jest/globals';
import { type Actor, systemActor, VISITOR } from '#domain/access/permissions.js';
import type { Role } from '#domain/access/roles.js';
import { isOfDepartment, positionsTowards } from './submission-positions.js';

const person = (organisationId: string, roles: Role[], homeOrganisationId: string | null = null): Actor => ({
  kind: 'user', id: 'p', name: 'P', roles, organisationId, homeOrganisationId,
});

describe('positions towards a submission of the Department for Education', () => {
  it.each<[string, Actor, string[]]>([
    ['its official', person('dfe', ['official']), ['drafter']],
    ['its SRO', person('dfe', ['sro']), ['sro']],
    ['somebody with both roles', person('dfe', ['official', 'sro']), ['drafter', 'sro']],
    ['whoever stands in for its SRO', { ...person('dfe', ['official']), standsInFor: { id: 's', name: 'S' } }, ['drafter', 'stand-in']],
    ['whoever stands in for its SRO and is neither official nor SRO', { ...person('dfe', []), standsInFor: { id: 's', name: 'S' } }, ['stand-in']],
    ['an SRO who stands in for another', { ...person('dfe', ['sro']), standsInFor: { id: 's', name: 'S' } }, ['sro']],
    ['whoever stands in for the SRO of another department', { ...person('dhsc', []), standsInFor: { id: 's', name: 'S' } }, []],
    ['an official of another department', person('dhsc', ['official', 'sro']), []],
    ['its secondee who works for another department', person('dhsc', ['official'], 'dfe'), []],
    ['a reviewer of the council', person('council', ['reviewer']), ['reviewer']],
    ['a reviewer on loan from it', person('council', ['reviewer'], 'dfe'), []],
    ['a reviewer on loan from elsewhere', person('council', ['reviewer'], 'dhsc'), ['reviewer']],
    ['a reviewer who sits in it', person('dfe', ['reviewer']), []],
    ['an official who also reviews', person('dfe', ['official', 'reviewer']), ['drafter']],
    ['a council member', person('council', ['council-member', 'council-chair']), []],
    ['an administrator', person('service', ['administrator']), []],
    ['a visitor', VISITOR, []],
    ['the clock', systemActor('job', 'x'), ['clock']],
  ])('%s', (_, actor, positions) => {
    expect(positionsTowards(actor, 'dfe')).toEqual(positions);
  });

  it('is its own department’s for officials and SROs alone', () => {
    expect(isOfDepartment(person('dfe', ['sro']), 'dfe')).toBe(true);
    expect(isOfDepartment(person('dfe', ['administrator']), 'dfe')).toBe(false);
    expect(isOfDepartment({ ...person('dfe', []), standsInFor: { id: 's', name: 'S' } }, 'dfe')).toBe(true);
    expect(isOfDepartment(person('dhsc', ['official'], 'dfe'), 'dfe')).toBe(false);
  });
});
