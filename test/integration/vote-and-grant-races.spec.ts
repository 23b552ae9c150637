import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Actor } from '#domain/access/permissions.js';
import { CouncilGrant } from '#features/access/council-grant.entity.js';
import { CouncilGrantsService } from '#features/access/council-grants.service.js';
import { User } from '#features/access/user.entity.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { CouncilDecisionPart } from '#features/council/council-decision-part.entity.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { endsOf, ONE_OF_TWO } from '../support/two-at-once.js';

const ROUNDS = [1, 2, 3, 4];

/** Two people of the council, or one in two windows, at once: whatever comes first stands whole, and nothing of it is lost or done twice. */
describe('two at once', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let number = 0;
  const as = (name: keyof EducationMission['people']): Actor => actorOf(education.people[name]);

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-11-23T09:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
  }, 60_000);
  afterAll(() => waymark?.close());

  describe('at a vote', () => {
    let reference: string;
    const decisions = (): CouncilDecisionsService => waymark.get(CouncilDecisionsService);
    const current = (): Promise<CouncilDecision> => waymark.dataSource.getRepository(CouncilDecision).findOneByOrFail({ reference });
    const partOf = async (name: keyof EducationMission['people']): Promise<CouncilDecisionPart> =>
      waymark.dataSource.getRepository(CouncilDecisionPart).findOneByOrFail({ decisionId: (await current()).id, personId: education.people[name].id });

    beforeEach(async () => {
      const draft = { subject: 'other', about: '', missionId: education.mission.id, title: 'To try', text: 'T' };
      ({ reference } = await decisions().propose(as('member'), draft));
      await decisions().open(as('chair'), await current());
    });

    it.each(ROUNDS)('two members are both counted (%s)', async () => {
      expect(await endsOf((['member', 'chair'] as const).map((name) => decisions().vote(as(name), reference, { part: 'for', words: '' })))).toEqual(['done', 'done']);
      expect([(await partOf('member')).part, (await partOf('chair')).part]).toEqual(['for', 'for']);
      expect(await decisions().close(as('chair'), await current(), 'Agreed.')).toMatchObject({ adopted: true });
    });

    it.each(ROUNDS)('one member in two windows votes once, and is told in the other (%s)', async () => {
      const said = [{ part: 'for', words: '' }, { part: 'against', words: 'Too soon.' }];
      expect(await endsOf(said.map((vote) => decisions().vote(as('member'), reference, vote)))).toEqual(ONE_OF_TWO);
      const { part, rowVersion } = await partOf('member');
      // changed from two pages that both show the vote
      expect(await endsOf([{ part: 'abstain', words: 'One.' }, { part: 'recused', words: 'Two.' }].map((vote) => decisions().vote(as('member'), reference, { ...vote, rowVersion })))).toEqual(ONE_OF_TWO);
      expect([said.map((each) => each.part).includes(part ?? ''), (await partOf('member')).words]).toEqual([true, expect.stringMatching(/^(One|Two)\.$/)]);
    });

    it.each(ROUNDS)('a recusal and the close are one of the two (%s)', async (round) => {
      await decisions().vote(as('member'), reference, { part: 'for', words: '' });
      const [opened, { rowVersion }] = [await current(), await partOf('member')];
      const moves = [() => decisions().vote(as('member'), reference, { part: 'recused', words: 'A friend.', rowVersion }), () => decisions().close(as('chair'), opened, 'Counted.')];
      expect(await endsOf((round % 2 === 0 ? moves : moves.reverse()).map((move) => move()))).toEqual(ONE_OF_TWO);
      expect([(await current()).state, (await partOf('member')).part]).toEqual((await current()).closedAt ? ['closed', 'for'] : ['open', 'recused']);
    });

    it('the close waits for an interest that is being declared, and does not count who declared it', async () => {
      await decisions().vote(as('member'), reference, { part: 'for', words: '' });
      const opened = await current();
      const declaring = new pg.Client({ connectionString: waymark.database.url, options: '-c search_path=waymark' });
      await declaring.connect();
      try {
        await declaring.query('BEGIN');
        await declaring.query(`SELECT set_config('waymark.actor', $1, true)`, [`user:${education.people.member.id}`]);
        await declaring.query(`INSERT INTO reviewer_interests (person_id, mission_id, what, from_date, declared_at, row_version) VALUES ($1, $2, 'A sister teaches', '2026-11-23', '2026-11-23', 1)`, [education.people.member.id, education.mission.id]);
        let closed = false;
        const closing = decisions().close(as('chair'), opened, 'Counted.').finally(() => (closed = true));
        await new Promise((resolve) => setTimeout(resolve, 300));
        expect(closed).toBe(false);
        await declaring.query('COMMIT');
        await closing;
      } finally {
        await declaring.query(`UPDATE reviewer_interests SET to_date = '2026-11-22' WHERE person_id = $1`, [education.people.member.id]).catch(() => undefined);
        await declaring.end();
      }
      expect(await partOf('member')).toMatchObject({ part: 'recused', byItself: true });
      expect(await current()).toMatchObject({ state: 'closed', adopted: false });
    });
  });

  describe('at a role of the council', () => {
    let grants: CouncilGrantsService;
    let second: Actor;
    let somebody: User;
    const read = (): Promise<User> => waymark.dataSource.getRepository(User).findOneByOrFail({ id: somebody.id });
    const propose = (role: 'reviewer' | 'council-member' = 'reviewer'): Promise<CouncilGrant> => grants.propose(as('administrator'), { personId: somebody.id, role, kind: 'grant', reason: 'Appointed' });
    const lines = (state: CouncilGrant['state']): Promise<number> => waymark.dataSource.getRepository(CouncilGrant).countBy({ personId: somebody.id, state, source: 'two-people' });
    const audited = (event: string, { id }: { id: string }): Promise<number> => waymark.dataSource.getRepository(AuditEntry).countBy({ event, subject: `council-grant:${id}` });

    beforeAll(async () => {
      grants = waymark.get(CouncilGrantsService);
      second = actorOf(await savePerson(waymark, 'Second chair', ['council-chair'], 'council'));
    });
    beforeEach(async () => {
      somebody = await savePerson(waymark, `Somebody ${(number += 1)}`, ['statistician'], 'council');
    });

    it.each(ROUNDS)('two approvals give it once (%s)', async () => {
      const grant = await propose();
      expect(await endsOf([grants.confirm(as('chair'), grant), grants.confirm(second, grant)])).toEqual(ONE_OF_TWO);
      expect([(await read()).roles, await lines('confirmed'), await audited('COUNCIL_ROLE_CONFIRMED', grant)]).toEqual([['statistician', 'reviewer'], 1, 1]);
    });

    it.each(ROUNDS)('an approval and a withdrawal are one of the two (%s)', async (round) => {
      const grant = await propose();
      const moves = [() => grants.confirm(as('chair'), grant), () => grants.withdraw(as('administrator'), grant)];
      expect(await endsOf((round % 2 === 0 ? moves : moves.reverse()).map((move) => move()))).toEqual(ONE_OF_TWO);
      expect((await read()).roles.includes('reviewer')).toBe((await lines('confirmed')) === 1);
      expect((await audited('COUNCIL_ROLE_CONFIRMED', grant)) + (await audited('COUNCIL_ROLE_WITHDRAWN', grant))).toBe(1);
    });

    it('two proposals are one line that waits', async () => {
      expect(await endsOf([propose(), propose()])).toEqual(ONE_OF_TWO);
      expect(await lines('proposed')).toBe(1);
    });

    it.each(ROUNDS)('two roles for one person are both given (%s)', async () => {
      const [one, other] = [await propose('reviewer'), await propose('council-member')];
      expect(await endsOf([grants.confirm(as('chair'), one), grants.confirm(second, other)])).toEqual(['done', 'done']);
      expect([...(await read()).roles].sort()).toEqual(['council-member', 'reviewer', 'statistician']);
    });
  });
});
