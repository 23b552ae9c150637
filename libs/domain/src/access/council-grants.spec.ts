import { describe, expect, it } from '@jest/globals';
import { decisionRefusals, directRoleRefusals, type GrantPerson, proposalRefusals, type WaitingGrant, type WantedGrant } from './council-grants.js';
import { type Role, ROLE_NAMES } from './roles.js';

const person = (id: string, ...roles: Role[]): GrantPerson => ({ id, roles, disabled: false });
const ADMIN = person('admin', 'administrator');
const CHAIR = person('chair', 'council-chair');
const WANTED: WantedGrant = { kind: 'grant', role: 'reviewer', reason: 'Appointed by the council' };

describe('proposing a role of the council', () => {
  it.each<[string, GrantPerson, Partial<WantedGrant>, string[]]>([
    ['for somebody new', person('new'), {}, []],
    ['for a statistician', person('new', 'statistician'), {}, []],
    ['for oneself', ADMIN, {}, ['own-role', 'other-office']],
    ['for an SRO', person('new', 'sro'), {}, ['other-office']],
    ['for somebody disabled', { ...person('new'), disabled: true }, {}, ['disabled']],
    ['that is not the council’s', person('new'), { role: 'sro' }, ['not-a-council-role']],
    ['that they hold', person('new', 'reviewer'), {}, ['holds-already']],
    ['taking what they hold', person('new', 'reviewer'), { kind: 'removal' }, []],
    ['taking what they do not hold', person('new'), { kind: 'removal' }, ['holds-not']],
    ['without a reason', person('new'), { reason: ' \n' }, ['reason-missing']],
    ['with an essay', person('new'), { reason: 'x'.repeat(1001) }, ['reason-long']],
  ])('%s', (_, whom, wanted, codes) => {
    expect(proposalRefusals(ADMIN, whom, { ...WANTED, ...wanted }).map(({ code }) => code)).toEqual(codes);
  });
});

describe('deciding on it', () => {
  const waiting: WaitingGrant = { kind: 'grant', role: 'reviewer', personId: 'new', proposedBy: 'admin' };
  const first: Partial<WaitingGrant> = { role: 'council-chair' };
  it.each<[string, GrantPerson, Partial<WaitingGrant>, boolean, string[]]>([
    ['a chair', CHAIR, {}, true, []],
    ['a chair who proposed it', CHAIR, { proposedBy: 'chair' }, true, ['own-proposal']],
    ['a chair whom it concerns', CHAIR, { personId: 'chair', kind: 'removal', role: 'council-chair' }, true, ['own-role']],
    ['a disabled chair', { ...CHAIR, disabled: true }, {}, true, ['disabled']],
    ['a second administrator', person('admin-2', 'administrator'), {}, true, ['not-a-chair']],
    ['a second administrator before any chair, of a reviewer', person('admin-2', 'administrator'), {}, false, ['not-a-chair']],
    ['a second administrator before any chair, of the first', person('admin-2', 'administrator'), first, false, []],
    ['a second administrator of a later chair', person('admin-2', 'administrator'), first, true, ['not-a-chair']],
    ['the same administrator of the first chair', ADMIN, first, false, ['own-proposal']],
    ['a second administrator who would be the first chair', person('new', 'administrator'), first, false, ['own-role']],
    ['a member', person('m', 'council-member'), {}, true, ['not-a-chair']],
  ])('by %s', (_, by, grant, everChaired, codes) => {
    expect(decisionRefusals(by, { ...waiting, ...grant }, everChaired).map(({ code }) => code)).toEqual(codes);
  });

  it('is for no role but the chair and, for the first chair, the administrator', () => {
    const who = ROLE_NAMES.filter((role) => decisionRefusals(person('x', role), { ...waiting, ...first }, false).length === 0);
    expect(who).toEqual(['council-chair', 'administrator']);
  });
});

describe('changing roles directly', () => {
  it.each<[string, GrantPerson, Role[], string[]]>([
    ['an official becomes SRO', person('p', 'official'), ['sro'], []],
    ['an official becomes reviewer', person('p', 'official'), ['official', 'reviewer'], ['council-role']],
    ['a reviewer loses the role', person('p', 'reviewer'), [], ['council-role']],
    ['a reviewer keeps the role and counts', person('p', 'reviewer'), ['reviewer', 'statistician'], []],
    ['a reviewer becomes an official too', person('p', 'reviewer'), ['reviewer', 'official'], ['other-office']],
    ['the administrator becomes SRO', ADMIN, ['administrator', 'sro'], ['own-role']],
    ['the administrator gives up', ADMIN, [], ['own-role']],
  ])('%s', (_, whom, wanted, codes) => {
    expect(directRoleRefusals(ADMIN, whom, wanted).map(({ code }) => code)).toEqual(codes);
  });
});
