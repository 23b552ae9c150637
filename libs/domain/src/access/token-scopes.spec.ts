import { describe, expect, it } from '@jest/globals';
import { type Actor, may, type Permission } from './permissions.js';
import { type Role } from './roles.js';
import { isTokenScope, permissionsOf, scopesWith, type TokenScope } from './token-scopes.js';

const bearer = (role: Role, ...scopes: TokenScope[]): Actor => ({
  kind: 'user', id: 'u1', name: 'A', roles: [role], organisationId: 'o1', homeOrganisationId: null, limitedTo: permissionsOf(scopes),
});

describe('the bearer of a token', () => {
  it.each<[string, Actor, Permission, boolean]>([
    ['uploads with the scope and the role', bearer('statistician', 'imports.write'), 'observation.import', true],
    ['reads what was uploaded with the wider scope', bearer('statistician', 'imports.write'), 'import.read', true],
    ['reads with the narrow scope', bearer('statistician', 'imports.read'), 'import.read', true],
    ['does not upload with the narrow scope', bearer('statistician', 'imports.read'), 'observation.import', false],
    ['gains nothing by a scope that the role does not have', bearer('official', 'imports.write'), 'observation.import', false],
    ['may do nothing else that the role may', bearer('official', 'imports.write'), 'submission.edit', false],
    ['reads what everybody reads', bearer('official', 'imports.read'), 'public.read', true],
    ['has no session', bearer('statistician', 'imports.write'), 'session.end', false],
    ['may do nothing without a scope', bearer('statistician'), 'observation.import', false],
  ])('%s', (_, actor, permission, allowed) => {
    expect(may(actor, permission)).toBe(allowed);
  });
});

describe('scopes', () => {
  it.each([['imports.write', true], ['imports', false], ['', false], ['toString', false]])('%s is one: %s', (name, known) => {
    expect(isTokenScope(name)).toBe(known);
  });

  it('are named where one is lacking', () => {
    expect(scopesWith('observation.import')).toEqual(['imports.write']);
    expect(scopesWith('import.read')).toEqual(['imports.read', 'imports.write']);
    expect(scopesWith('queue.read')).toEqual([]);
  });
});
