import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { SCOPE_NAMES } from '#domain/access/token-scopes.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { savePlacePeople } from '../factories/place-people.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

interface Line {
  method: string;
  path: string;
  permission: string;
  who: string;
}

const LINES: Line[] = parse<Line>(readFileSync('doc/security/permissions.csv', 'utf8'), { columns: true, comment: '#' });
/** Words that nobody outside the department may read before they are accepted. */
const DRAFT = /Catch-up hubs|Results lag behind|Tutors and hubs/;

describe('what places and directors see of departments’ unpublished work', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let ids: string[];

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    await savePlacePeople(waymark);
    const make = new SubmissionFactory(waymark, education);
    ids = [];
    for (const status of ['draft', 'changes-requested'] as const) ids.push((await make.in(status)).id);
    ids.push((await make.in('submitted', 'delivery-plan')).id);
  }, 120_000);
  afterAll(() => waymark.close());

  const addresses = (path: string): string[] => {
    const filled = (id: string): string => path.replaceAll(/:[a-zA-Z]+/g, (name) => (name === ':id' ? id : name === ':number' ? '1' : 'x'));
    return path.includes(':id') ? ids.map(filled) : [filled('')];
  };

  it.each(['lee.leeds@leeds.example.org', 'dee.director@leeds.example.org'])('is nothing at all, for %s', async (email) => {
    const agent = await waymark.signIn(email);
    const role = email.startsWith('lee') ? 'place-official' : 'director';
    const closed = LINES.filter(({ who, path }) => !['anyone', 'signed-in'].includes(who) && !who.split(' ').includes(role) && !path.startsWith('/api/'));
    expect(closed.filter(({ permission }) => permission.startsWith('submission.')).length).toBeGreaterThan(20);
    const csrf = (await waymark.open(agent, '/sign-out')).$('input[name="_csrf"]').val();
    for (const { method, path } of closed) {
      for (const address of addresses(path)) {
        const answer = method === 'GET' ? await agent.get(address).redirects(0) : await agent.post(address).redirects(0).type('form').send({ _csrf: csrf, rowVersion: 1 });
        expect([method, address, [403, 404].includes(answer.status) || answer.status]).toEqual([method, address, true]);
        expect(answer.text).not.toMatch(DRAFT);
      }
    }
  }, 180_000);

  it('is nothing by token, whatever its scopes', async () => {
    const token = { email: 'lee.leeds@leeds.example.org', name: 'everything', scopes: [...SCOPE_NAMES], days: 1 };
    const { secret } = await waymark.get(AccessTokensService).add(systemActor('command', 'token add'), token);
    const closed = LINES.filter(({ who, path }) => !['anyone', 'signed-in'].includes(who) && !who.split(' ').includes('place-official') && path.startsWith('/api/'));
    expect(closed.length).toBeGreaterThan(0);
    for (const { method, path } of closed) {
      for (const address of addresses(path)) {
        const agent = waymark.visitor();
        const asked = method === 'GET' ? agent.get(address) : method === 'PUT' ? agent.put(address) : method === 'PATCH' ? agent.patch(address) : method === 'DELETE' ? agent.delete(address) : agent.post(address);
        const { status, text } = await asked.set('Authorization', `Bearer ${secret}`).set('Idempotency-Key', `${method} ${address}`);
        expect([method, address, [403, 404].includes(status) || status]).toEqual([method, address, true]);
        expect(text).not.toMatch(DRAFT);
      }
    }
  }, 60_000);

  it('is nothing on the public pages and in the API', async () => {
    const agent = await waymark.signIn('lee.leeds@leeds.example.org');
    for (const path of ['/', '/frameworks/levelling-up-2022', '/frameworks/levelling-up-2022/missions/education', '/organisations/leeds', '/contributions', '/consultations', '/proposals', '/api/v1/returns', '/api/v1/reviews']) {
      const { status, text } = await agent.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(DRAFT);
    }
  });
});
