import { describe, expect, it } from '@jest/globals';
import { type Actor, auditName, may, type Permission, PERMISSIONS, systemActor, VISITOR } from './permissions.js';
import { COUNCIL_ROLES, type Role, ROLE_NAMES } from './roles.js';

const person = (...roles: Role[]): Actor => ({ kind: 'user', id: 'u1', name: 'A', roles, organisationId: 'o1', homeOrganisationId: null });

describe('permissions', () => {
  it.each<[string, Actor, Permission, boolean]>([
    ['a visitor reads the public pages', VISITOR, 'public.read', true],
    ['a visitor asks for a sign-in link', VISITOR, 'session.create', true],
    ['a visitor has no session to end', VISITOR, 'session.end', false],
    ['a visitor reads no draft', VISITOR, 'submission.read', false],
    ['an official edits', person('official'), 'submission.edit', true],
    ['an official signs nothing', person('official'), 'submission.sign', false],
    ['an SRO signs', person('sro'), 'submission.sign', true],
    ['an SRO reviews nothing', person('sro'), 'review.decide', false],
    ['a reviewer decides', person('reviewer'), 'review.decide', true],
    ['a reviewer edits nothing', person('reviewer'), 'submission.edit', false],
    ['the chair judges for the council', person('council-chair'), 'judgement.write-council', true],
    ['two roles add up', person('official', 'statistician'), 'observation.import', true],
    ['the command line may load a framework', systemActor('command', 'import framework'), 'framework.import', true],
  ])('%s', (_, actor, permission, allowed) => {
    expect(may(actor, permission)).toBe(allowed);
  });

  it('keeps the administrator out of returns, reviews, alerts and the council’s words', () => {
    const forbidden = (Object.keys(PERMISSIONS) as Permission[]).filter((name) => /^(submission|review|alert|judgement)\./.test(name));
    expect(forbidden.filter((name) => may(person('administrator'), name))).toEqual([]);
  });

  it('leaves reviews and the council’s judgements to the council’s roles alone', () => {
    for (const role of ROLE_NAMES.filter((name) => !COUNCIL_ROLES.includes(name))) {
      expect([role, may(person(role), 'review.decide'), may(person(role), 'judgement.write-council'), may(person(role), 'alert.decide')]).toEqual([role, false, false, false]);
    }
  });

  it.each([
    [VISITOR, 'visitor'],
    [person('sro'), 'user:u1'],
    [systemActor('job', 'send-mail'), 'job:send-mail'],
  ])('names an actor in the audit by id alone', (actor, name) => {
    expect(auditName(actor)).toBe(name);
  });
});
