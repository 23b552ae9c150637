import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import pg from 'pg';
import { type Actor, may, type Permission, PERMISSIONS, systemActor } from '#domain/access/permissions.js';
import { COUNCIL_ROLES, type Role, ROLE_NAMES } from '#domain/access/roles.js';
import { TOKEN_SCOPES } from '#domain/access/token-scopes.js';
import { ROUTE_ACCESS, type RouteAccess } from '#features/access/route-access.decorator.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { CouncilRegisterService } from '#features/council/council-register.service.js';
import { FrameworkClosingsService } from '#features/framework-closings/framework-closings.service.js';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { InquiryWritingService } from '#features/inquiries/inquiry-writing.service.js';
import { InterimReviewsService } from '#features/interim-reviews/interim-reviews.service.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { EscalationService } from '#features/letters/escalation.service.js';
import { LettersService } from '#features/letters/letters.service.js';
import { QualityReviewsService } from '#features/mission-quality/quality-reviews.service.js';
import { RecommendationMovesService } from '#features/recommendations/recommendation-moves.service.js';
import { ReportMovesService } from '#features/reports/report-moves.service.js';
import { ReportTextsService } from '#features/reports/report-texts.service.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type DoorRows, NO_SQL_DOOR, SQL_DOORS } from '../factories/council-doors.factory.js';
import { FORGED_HANDS } from '../factories/council-hands.factory.js';
import { saveCouncilRooms } from '../factories/council-room-rows.factory.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission } from '../factories/education-mission.factory.js';
import { tellTheStory } from '../factories/mission-story.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';

const OUTSIDE = ROLE_NAMES.filter((role) => !COUNCIL_ROLES.includes(role));
const isOfRoles = (holders: (typeof PERMISSIONS)[Permission]): holders is Exclude<typeof holders, string> => typeof holders !== 'string';
/** Permissions that nobody but the council's roles has. */
const COUNCIL_ONLY = (Object.keys(PERMISSIONS) as Permission[]).filter((name) => {
  const holders: 'anyone' | 'signed-in' | readonly Role[] = PERMISSIONS[name];
  return isOfRoles(PERMISSIONS[name]) && typeof holders !== 'string' && holders.every((role) => COUNCIL_ROLES.includes(role));
});

interface Door {
  method: string;
  path: string;
  permission: Permission;
}

/** Every door that is the council's alone, tried by everybody else: by page and API, by service, by SQL. A new route is tried without being named here. */
describe('the council’s doors', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let doors: Door[];
  let client: pg.Client;
  const emails = new Map<Role, string>();
  const ids = new Map<Role, string>();
  let rows: Omit<DoorRows, 'person'>;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    ({ education } = await tellTheStory(waymark));
    for (const role of OUTSIDE) {
      const { id, email } = await savePerson(waymark, `Outside ${role}`, [role], ['official', 'sro'].includes(role) ? 'dhsc' : 'council');
      emails.set(role, email);
      ids.set(role, id);
    }
    doors = doorsOf(waymark);
    client = new pg.Client({ connectionString: waymark.database.url, options: '-c search_path=waymark' });
    await client.connect();
    rows = await saveCouncilRooms(waymark, education);
  }, 120_000);
  afterAll(async () => {
    await client?.end();
    await waymark?.close();
  });

  /** What every table holds, but for the audit, sessions and what asking leaves. */
  async function everything(): Promise<Record<string, string>> {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'waymark'::regnamespace AND relkind = 'r' AND relname !~ '^(audit|sessions|session|schema_migrations|rate_limit|kept_forms)' ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows: sums } = await client.query<{ sum: string | null }>(`SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM ${name} t`);
      found[name] = sums[0]?.sum ?? '';
    }
    return found;
  }

  it('are read from the routes, and there are some of every kind', () => {
    expect(doors.length).toBeGreaterThan(40);
    expect(doors.map(({ path }) => path)).toEqual(expect.arrayContaining(['/council/judgements/:missionId/new', '/alerts/:reference/decide', '/council/decisions/new', '/reviews/:id/decide', '/letters/:reference/publish', '/inquiries/:reference/publish', '/recommendations/:reference/outcome', '/reports/:reference/schedule', '/interim-reviews/:reference/decide', '/frameworks/:framework/closing/announce']));
  });

  it.each(OUTSIDE)('by page and API %s opens none, and nothing changes', async (role) => {
    const agent = await waymark.signIn(emails.get(role) ?? '');
    const token = await csrfOf(agent);
    expect(token).not.toBe('');
    const before = await everything();
    for (const { method, path } of doors) {
      const address = path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');
      const sent = { GET: agent.get(address), POST: agent.post(address), PUT: agent.put(address), PATCH: agent.patch(address), DELETE: agent.delete(address) }[method];
      if (!sent) throw new Error(`${method} is tried by nobody here`);
      const answer = await (method === 'GET' ? sent.redirects(0) : sent.redirects(0).type('form').send({ _csrf: token }));
      // the API knows no session: it asks for a token, and no token carries what is the council's
      expect([method, path, answer.status]).toEqual([method, path, path.startsWith('/api/') ? 401 : 403]);
    }
    expect(await everything()).toEqual(before);
  });

  it('with a token nobody opens one', () => {
    const carried: Permission[] = Object.values(TOKEN_SCOPES).flat();
    expect(carried.filter((permission) => COUNCIL_ONLY.includes(permission))).toEqual([]);
  });

  it.each(COUNCIL_ONLY)('%s is held by nobody else', (permission) => {
    const person = (role: Role): Actor => ({ kind: 'user', id: 'x', name: 'X', roles: [role], organisationId: null, homeOrganisationId: null });
    expect(OUTSIDE.filter((role) => may(person(role), permission))).toEqual([]);
  });

  it('by the command line and by jobs nobody judges, decides or keeps the register', async () => {
    const before = await everything();
    for (const actor of [systemActor('command', 'x'), systemActor('job', 'x')]) {
      const opened = { reference: 'X', rowVersion: 1 };
      const letter = { subject: 's', addressees: [], body: 'b', answerWorkingDays: null };
      const tries = [
        () => waymark.get(GivenJudgementsService).recordCouncil(actor, { missionId: education.mission.id, verdict: 'on-track', sentence: 's', seen: '' }),
        () => waymark.get(CouncilDecisionsService).propose(actor, { subject: 'other', about: '', missionId: null, title: 't', text: 't' }),
        () => waymark.get(CouncilDecisionsService).vote(actor, 'CD-X', { part: 'for', words: '' }),
        () => waymark.get(CouncilRegisterService).setQuorum(actor, { leastNumber: 1, leastShare: 0 }, 'r'),
        () => waymark.get(LettersService).write(actor, letter, ''),
        () => waymark.get(LettersService).edit(actor, opened, letter),
        () => waymark.get(LettersService).publish(actor, opened),
        () => waymark.get(EscalationService).escalate(actor, 'X', { reason: 'r', rowVersion: 1 }),
        () => waymark.get(InquiriesService).publish(actor, opened, []),
        () => waymark.get(InquiryWritingService).write(actor, opened, 'f'),
        () => waymark.get(RecommendationMovesService).withdraw(actor, opened, 'w'),
        () => waymark.get(ReportTextsService).write(actor, { ...opened, key: 'education' }, { text: 't', ruralNote: '', devolvedNote: '' }),
        () => waymark.get(ReportMovesService).schedule(actor, opened, waymark.clock.now()),
        () => waymark.get(InterimReviewsService).recordEffects(actor, opened, 'e'),
        () => waymark.get(InterimReviewsService).decide(actor, opened, { recommendation: 'keep', reason: 'r' }),
        () => waymark.get(FrameworkClosingsService).announce(actor, { framework: 'levelling-up-2022', rowVersion: 1 }),
        () => waymark.get(QualityReviewsService).publish(actor, education.mission.id, 1),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ kind: 'forbidden' });
    }
    expect(await everything()).toEqual(before);
  });

  it('have a statement for every permission of the council, or a reason why not', () => {
    const without = COUNCIL_ONLY.filter((name) => !(name in SQL_DOORS) && !(name in NO_SQL_DOOR));
    expect(without).toEqual([]);
  });

  it.each(OUTSIDE)('by SQL %s opens none, and nothing changes', async (role) => {
    const before = await everything();
    const opened: string[] = [];
    for (const [what, statement] of Object.values(SQL_DOORS).flat()) {
      const sql = statement({ ...rows, person: ids.get(role) ?? '' });
      // as a service that forgot to ask, as a command, and as whoever has the application's password
      for (const actor of [`user:${ids.get(role)}`, 'command:x', '']) {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('waymark.actor', $1, true)`, [actor]);
        // a deferred guard speaks at the commit
        const done = await client.query(sql).then(() => client.query('SET CONSTRAINTS ALL IMMEDIATE')).then(() => true, () => false);
        await client.query('ROLLBACK');
        if (done) opened.push(what);
      }
    }
    expect(opened).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  describe.each(FORGED_HANDS)('in the name of a chair: $what', ({ statement, rule, never, clock }) => {
    /** @returns what the database says to it; '' where it is done */
    async function sentBy(actor: string): Promise<string> {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('waymark.actor', $1, true)`, [actor]);
      const said = await client.query(statement(rows)).then(({ rowCount }) => (rowCount === 0 ? 'nothing was there' : ''), ({ message }: Error) => message);
      await client.query('ROLLBACK');
      return said;
    }

    it('is refused to everybody else, who is told the rule', async () => {
      const { member, secondee, administrator } = education.people;
      const actors = [member, secondee, administrator].map(({ id }) => `user:${id}`);
      for (const actor of [...actors, 'user:00000000-0000-4000-8000-000000000000', `user:${education.people.chair.id} `, 'command:x', '', ...(clock ? [] : ['job:x'])]) {
        expect([actor, await sentBy(actor)]).toEqual([actor, expect.stringMatching(rule)]);
      }
    });

    it(never ? 'is refused to that chair too' : 'is done by that chair', async () => {
      const said = await sentBy(`user:${education.people.chair.id}`);
      expect(said).toEqual(never ? expect.stringMatching(rule) : '');
    });

    if (clock) it('is done by the clock', async () => expect(await sentBy('job:x')).toBe(''));
  });

  it('are statements that mean something: the council’s own people get through where their role allows it', async () => {
    const through: string[] = [];
    const senseless: string[] = [];
    for (const [what, statement] of Object.values(SQL_DOORS).flat()) {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('waymark.actor', $1, true)`, [`user:${education.people.chair.id}`]);
      const refusal = await client.query(statement({ ...rows, person: education.people.chair.id })).then(() => null, ({ code }: { code: string }) => code);
      await client.query('ROLLBACK');
      if (refusal === null) through.push(what);
      // an unknown column, a wrong type or a missing value would keep out everybody, and prove nothing
      else if (refusal !== '42501' && /^(42|22|23502|23503)/.test(refusal)) senseless.push(`${what}: ${refusal}`);
    }
    expect(senseless).toEqual([]);
    expect(through).toEqual(expect.arrayContaining(['a judgement', 'a note', 'an interest', 'an absence', 'a template’s words', 'a decision proposed', 'a vote opened', 'a term', 'a budget', 'a quorum', 'a change',
      'a version of a letter', 'a letter signed', 'a letter received', 'an inquiry', 'a question of an inquiry', 'findings', 'a recommendation drafted', 'an inquiry: publish', 'a recommendation', 'a recommendation: withdraw',
      'a text of a report', 'a warning acknowledged', 'an interim review closed', 'a quality review', 'a drafted recommendation taken over', 'a drafted recommendation deleted', 'a report opened', 'a report moved on', 'a report dropped', 'what a report recommends', 'facts of a section',
      'a line of a report’s history', 'a time of publication', 'an interim review: decide', 'an interim review: reset', 'a version of a target', 'a closing: announce', 'a finding of quality', 'a quality review published', 'a closing prepared', 'a closing announced', 'what becomes of a mission']));
  });
});

/** Every route whose permission nobody but the council has, read from the running application. */
function doorsOf(waymark: TestApplication): Door[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return new DiscoveryService(waymark.app.get(ModulesContainer)).getControllers().flatMap(({ instance, metatype }) => {
    if (!instance || !metatype) return [];
    const prefix = String(reflector.get<string | undefined>(PATH_METADATA, metatype) ?? '/');
    return scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((name) => {
      const handler = (instance as Record<string, () => unknown>)[name];
      const method = handler && reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      const access = handler && reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, handler);
      if (!handler || method === undefined || !access || !COUNCIL_ONLY.includes(access.permission)) return [];
      return [reflector.get<string | string[]>(PATH_METADATA, handler)].flat().map((path) => ({
        method: RequestMethod[method] ?? '?', path: `/${[prefix, path].join('/')}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1'), permission: access.permission,
      }));
    });
  });
}

async function csrfOf(agent: Agent): Promise<string> {
  const { text } = await agent.get('/sign-out');
  return /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
}
