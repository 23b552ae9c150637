import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { CouncilGrant } from '#features/access/council-grant.entity.js';
import { CouncilGrantsService } from '#features/access/council-grants.service.js';
import { User } from '#features/access/user.entity.js';
import { UsersService } from '#features/access/users.service.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { refusalOf } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

/** Nobody is given a role of the council, or loses one, by one person alone: not by the services and not by SQL. */
describe('roles of the council', () => {
  let waymark: TestApplication;
  let client: pg.Client;
  let grants: CouncilGrantsService;
  let administrator: Actor;
  let chair: Actor;
  let somebody: User;
  let number = 0;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, JobsModule] });
    const { people } = await saveEducationMission(waymark.dataSource);
    [administrator, chair] = [actorOf(people.administrator), actorOf(people.chair)];
    grants = waymark.get(CouncilGrantsService);
    client = new pg.Client({ connectionString: waymark.database.url, options: '-c search_path=waymark' });
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client?.end();
    await waymark?.close();
  });
  beforeEach(async () => {
    somebody = await savePerson(waymark, `Somebody ${(number += 1)}`, ['statistician'], 'council');
  });

  const read = (id = somebody.id): Promise<User> => waymark.dataSource.getRepository(User).findOneByOrFail({ id });
  const lineOf = (id: string): Promise<CouncilGrant> => waymark.dataSource.getRepository(CouncilGrant).findOneByOrFail({ id });
  const propose = (by: Actor, role: Role = 'reviewer', kind: 'grant' | 'removal' = 'grant'): Promise<CouncilGrant> =>
    grants.propose(by, { personId: somebody.id, role, kind, reason: 'Appointed by the council' });

  it('are given when a second person confirms, with a line that says who they are, and in the audit', async () => {
    const grant = await propose(administrator);
    expect((await read()).roles).toEqual(['statistician']);
    await grants.confirm(chair, grant);
    expect((await read()).roles).toEqual(['statistician', 'reviewer']);
    expect(await lineOf(grant.id)).toMatchObject({
      state: 'confirmed', personName: somebody.name, personOffices: 'Advisory Council, Statistician',
      proposedByName: 'administrator (Advisory Council, Administrator)', decidedByName: 'chair (Advisory Council, Council chair)',
    });
    const audit: { event: string; actor: string }[] = await waymark.dataSource.query(`SELECT event, actor FROM audit_entries WHERE subject = $1 ORDER BY position`, [`council-grant:${grant.id}`]);
    expect(audit).toEqual([{ event: 'COUNCIL_ROLE_PROPOSED', actor: `user:${administrator.id}` }, { event: 'COUNCIL_ROLE_CONFIRMED', actor: `user:${chair.id}` }]);
  });

  it('are taken in the same way, and only then can the account be disabled', async () => {
    await grants.confirm(chair, await propose(administrator));
    const users = waymark.get(UsersService);
    const seen = { id: somebody.id, seenRoles: ['reviewer', 'statistician'] };
    expect(await refusalOf(users.disable(administrator, seen))).toEqual(['invalid', ['council-role']]);
    await grants.confirm(chair, await propose(administrator, 'reviewer', 'removal'));
    expect((await read()).roles).toEqual(['statistician']);
    await users.disable(administrator, { ...seen, seenRoles: ['statistician'] });
    expect((await read()).disabledAt).not.toBeNull();
  });

  it('refused or withdrawn, change nothing', async () => {
    await grants.refuse(chair, await propose(administrator), 'Not independent');
    const withdrawn = await propose(administrator);
    expect(await refusalOf(grants.withdraw(chair, withdrawn))).toEqual(['forbidden', ['not-your-proposal']]);
    await grants.withdraw(administrator, withdrawn);
    expect((await read()).roles).toEqual(['statistician']);
    expect(await refusalOf(grants.confirm(chair, withdrawn))).toEqual(['conflict', ['changed-meanwhile']]);
  });

  it.each<[string, () => Promise<unknown>, [string, string[]]]>([
    ['an administrator for themselves', () => grants.propose(administrator, { personId: administrator.id, role: 'reviewer', kind: 'grant', reason: 'Me' }), ['invalid', ['own-role', 'other-office']]],
    ['an administrator confirming their own proposal', async () => grants.confirm(administrator, await propose(administrator)), ['forbidden', ['own-proposal']]],
    ['a second administrator where there is a chair', async () => grants.confirm(actorOf(await savePerson(waymark, `Second ${number}`, ['administrator'], 'council')), await propose(administrator, 'council-chair')), ['forbidden', ['not-a-chair']]],
    ['a chair for whom nobody else could confirm', () => propose(chair), ['invalid', ['nobody-confirms']]],
    ['a member', () => propose({ ...chair, roles: ['council-member'] }), ['forbidden', ['forbidden']]],
    ['the machine', () => propose(systemActor('job', 'a job')), ['forbidden', ['forbidden']]],
    ['the same proposal twice', async () => { await propose(administrator); return propose(administrator); }, ['conflict', ['waits-already']]],
    ['a person adding somebody with such a role', () => waymark.get(UsersService).add(administrator, { name: 'X', email: 'x@x.example.org', roles: ['reviewer'], organisation: 'council' }), ['invalid', ['council-role']]],
    ['an administrator changing roles directly', () => waymark.get(UsersService).changeRoles(administrator, { id: somebody.id, seenRoles: ['statistician'] }, ['council-chair']), ['invalid', ['council-role']]],
    ['an administrator changing their own roles', () => waymark.get(UsersService).changeRoles(administrator, { id: administrator.id, seenRoles: ['administrator'] }, ['administrator', 'sro']), ['invalid', ['own-role']]],
    ['an administrator disabling themselves', () => waymark.get(UsersService).disable(administrator, { id: administrator.id, seenRoles: ['administrator'] }), ['invalid', ['own-account']]],
    ['a person acting as the command line does', () => waymark.get(UsersService).changeCouncilRole(administrator, somebody.email, { kind: 'grant', role: 'reviewer', reason: 'Me' }), ['forbidden', ['forbidden']]],
  ])('%s is refused', async (_, work, refusal) => {
    expect(await refusalOf(work())).toEqual(refusal);
    expect((await read()).roles).toEqual(['statistician']);
  });

  it('two chairs deciding at once decide once', async () => {
    const other = actorOf(await savePerson(waymark, `Other chair ${number}`, ['council-chair'], 'council'));
    const grant = await propose(administrator);
    const outcomes = await Promise.allSettled([grants.confirm(chair, grant), grants.refuse(other, grant, 'No')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await read()).roles.includes('reviewer')).toBe((await lineOf(grant.id)).state === 'confirmed');
  });

  it('at the command line say so in the register', async () => {
    const users = waymark.get(UsersService);
    await users.changeCouncilRole(systemActor('command', 'user give'), somebody.email, { kind: 'grant', role: 'reviewer', reason: 'No chair is left' });
    expect((await read()).roles).toEqual(['statistician', 'reviewer']);
    expect(await waymark.dataSource.getRepository(CouncilGrant).findOneByOrFail({ personId: somebody.id })).toMatchObject({ source: 'command-line', state: 'confirmed', reason: 'No chair is left' });
  });

  describe('by SQL as the application’s role', () => {
    const line = (values: Record<string, unknown>): Promise<unknown> => {
      const row: Record<string, unknown> = {
        person_id: somebody.id, role: 'reviewer', kind: 'grant', state: 'proposed', source: 'two-people', person_name: 'S', person_offices: 'O', reason: 'r',
        proposed_by: administrator.id, proposed_at: '2026-11-01', decision_reason: '', row_version: 1, ...values,
      };
      const names = Object.keys(row);
      return client.query(`INSERT INTO council_grants (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(row));
    };

    it.each<[string, () => Promise<unknown>, RegExp]>([
      ['a role without a line', () => client.query(`UPDATE users SET roles = '{council-chair}' WHERE id = $1`, [somebody.id]), /two people/],
      ['a person with a role', () => client.query(`INSERT INTO users (name, email, roles, organisation_id, created_at) SELECT 'X', 'x@y.example.org', '{reviewer}', organisation_id, created_at FROM users WHERE id = $1`, [somebody.id]), /two people/],
      ['a role taken from the chair', () => client.query(`UPDATE users SET roles = '{}' WHERE id = $1`, [chair.id]), /two people/],
      ['the chair disabled', () => client.query(`UPDATE users SET disabled_at = '2026-11-01' WHERE id = $1`, [chair.id]), /not disabled/],
      ['the chair’s address', () => client.query(`UPDATE users SET email = 'admin@service.example.org' WHERE id = $1`, [chair.id]), /keeps the address/],
      ['a line for oneself', () => line({ proposed_by: somebody.id }), /proposed by an administrator/],
      ['a line by an official', () => line({ proposed_by: somebody.id, person_id: administrator.id }), /proposed by an administrator/],
      ['a line confirmed at once', () => line({ state: 'confirmed', decided_by: chair.id, decided_at: '2026-11-01' }), /proposed by an administrator/],
      ['a line in the name of an administrator', () => line({}), /each in his or her own name/],
      ['a line that says it was entered at the command line', () => line({ state: 'confirmed', source: 'command-line', proposed_by: null, decided_at: '2026-11-01' }), /done at the command line is done there/],
      ['a line from before the register', () => line({ state: 'confirmed', source: 'before-register', proposed_by: null, decided_at: '2026-11-01' }), /proposed by an administrator/],
      ['the register emptied', () => client.query('TRUNCATE council_grants'), /permission denied|refused/],
      ['the register’s lines deleted', () => client.query('DELETE FROM council_grants'), /refused/],
      ['a closed line reworded', () => client.query(`UPDATE council_grants SET reason = 'x' WHERE state = 'confirmed'`), /closed for good/],
    ])('%s is refused', async (_, statement, message) => {
      await expect(statement()).rejects.toThrow(message);
    });

    it.each<[string, () => string, RegExp]>([
      ['whoever proposed it', () => administrator.id, /confirmed by a chair/],
      ['the person concerned', () => somebody.id, /confirmed by a chair/],
      ['somebody else in the name of a chair', () => chair.id, /each in his or her own name/],
    ])('%s does not confirm', async (_, by, message) => {
      const { id } = await propose(administrator);
      await expect(client.query(`UPDATE council_grants SET state = 'confirmed', decided_by = $1, decided_at = '2026-11-02' WHERE id = $2`, [by(), id])).rejects.toThrow(message);
      await expect(client.query(`UPDATE council_grants SET person_id = $1 WHERE id = $2`, [chair.id, id])).rejects.toThrow(/stays as it was made/);
    });
  });

  it('the first chair ever is confirmed by a second administrator, and nothing else is', async () => {
    const empty = await startTestApplication({ modules: [AccessWebModule, JobsModule] });
    try {
      const add = (name: string, roles: Role[]): Promise<User> =>
        empty.get(UsersService).add(systemActor('command', 'user add'), { name, email: `${name}@council.example.org`, roles, organisation: 'council' });
      const [one, two] = [actorOf(await add('one', ['administrator'])), actorOf(await add('two', ['administrator']))];
      const future = await add('future', []);
      const service = empty.get(CouncilGrantsService);
      const wanted = { personId: future.id, kind: 'grant' as const, reason: 'Appointed by the Secretary of State' };
      expect(await refusalOf(service.propose(one, { ...wanted, role: 'reviewer' }))).toEqual(['invalid', ['nobody-confirms']]);
      const first = await service.propose(one, { ...wanted, role: 'council-chair' });
      expect(await refusalOf(service.confirm(one, first))).toEqual(['forbidden', ['own-proposal']]);
      await service.confirm(two, first);
      const { roles } = await empty.dataSource.getRepository(User).findOneByOrFail({ id: future.id });
      expect(roles).toEqual(['council-chair']);
    } finally {
      await empty.close();
    }
  });
});
