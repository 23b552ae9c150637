import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { systemActor } from '#domain/access/permissions.js';
import { type TokenScope } from '#domain/access/token-scopes.js';
import { AccessToken } from '#features/access/access-token.entity.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { IdempotencyKey } from '#features/access/idempotency-key.entity.js';
import { User } from '#features/access/user.entity.js';
import { ImportRun } from '#features/imports/import-run.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { csvOf, ROW, saveStatisticsOffice } from '../factories/statistics-office.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const COMMAND = systemActor('command', 'token add');
const IMPORTS = '/api/v1/imports';

interface Run {
  id: string;
  state: string;
  self: string;
  rejects: string;
  release: number | null;
  dryRun: boolean;
  report: { rowsRead: number; rowsRejected: number; figuresByMetric: Record<string, number> } | null;
  refusal: { code: string; reasons: string[] } | null;
}

describe('uploading a release by the API', () => {
  let waymark: TestApplication;
  let token: string;
  let year = 1950;

  const row = (): string => ROW.replace('2023', String(++year));
  const make = async (scopes: TokenScope[], email = 'isaac@ons.example.org', days = 90): Promise<string> =>
    (await waymark.get(AccessTokensService).add(COMMAND, { email, scopes, name: 'nightly', days })).secret;
  const get = (address: string, bearer = token) => waymark.visitor().get(address).set('Authorization', `Bearer ${bearer}`);
  const post = (query = '', bearer = token) => waymark.visitor().post(`${IMPORTS}${query}`).set('Authorization', `Bearer ${bearer}`);
  const runs = (): Promise<number> => waymark.dataSource.getRepository(ImportRun).count();

  beforeAll(async () => {
    waymark = await startTestApplication();
    await saveStatisticsOffice(waymark);
    token = await make(['imports.write']);
  }, 60_000);
  afterAll(() => waymark.close());
  beforeEach(() => waymark.clock.advance(1000));

  it('takes a form, answers 202 with the place to look, and loads the file', async () => {
    const answer = await post().field('publishedAt', '2026-06-26T07:00').attach('file', csvOf(row()), 'pay.csv');
    const run = answer.body as Run;
    expect([answer.status, answer.headers['location'], answer.headers['set-cookie']]).toEqual([202, `${IMPORTS}/${run.id}`, undefined]);
    expect(run).toMatchObject({ state: 'uploaded', fileName: 'pay.csv', dryRun: false, release: null, report: null, refusal: null });
    await waymark.runJobs();
    const done = (await get(run.self)).body as Run;
    expect(done).toMatchObject({ state: 'loaded', report: { rowsRead: 1, figuresByMetric: { 'employment-rate': 1 } } });
    expect(done.release).toEqual(expect.any(Number));
    const [released] = (await waymark.dataSource.query('SELECT published_at, imported_by FROM releases WHERE id = $1', [done.release])) as { published_at: Date; imported_by: string }[];
    const { id } = await waymark.dataSource.getRepository(User).findOneByOrFail({ email: 'isaac@ons.example.org' });
    expect([released?.published_at.toISOString(), released?.imported_by]).toEqual(['2026-06-26T06:00:00.000Z', `user:${id}`]);
    const listed = (await waymark.visitor().get(`${IMPORTS}?limit=200`)).body as { items: { release: number }[] };
    expect(listed.items.map(({ release }) => release)).toContain(done.release);
    const [event] = await waymark.dataSource.getRepository(AuditEntry).findBy({ subject: `import:${run.id}`, event: 'IMPORT_UPLOADED' });
    expect(event?.actor).toBe(`user:${id}`);
  });

  it.each(['text/csv', 'text/csv; charset=utf-8', 'application/octet-stream'])('takes the file as the body itself, as %s', async (type) => {
    const answer = await post('?fileName=pay.csv&dryRun=true').set('Content-Type', type).send(csvOf(row()));
    expect([answer.status, (answer.body as Run).dryRun]).toEqual([202, true]);
    await waymark.runJobs();
    expect((await get((answer.body as Run).self)).body).toMatchObject({ state: 'checked', report: { rowsRead: 1 }, progress: { rows: 1 } });
  });

  it('streams a body that is larger than any other may be', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => ROW.replace('2023', String(1000 + (at % 900))).replace('75.5', String(at)));
    const content = csvOf(...lines);
    expect(content.length).toBeGreaterThan(4 * 1024 * 1024);
    const answer = await post('?fileName=pay.csv&dryRun=true').set('Content-Type', 'text/csv').send(content);
    expect([answer.status, (answer.body as { progress: object }).progress]).toEqual([202, { bytes: 0, totalBytes: content.length, rows: 0 }]);
    await waymark.runJobs();
    expect(((await get((answer.body as Run).self)).body as Run).report).toMatchObject({ rowsRead: 60_000 });
  }, 60_000);

  it('refuses a file with rows at fault whole, and loads the rest where it is told to', async () => {
    const content = (): Buffer => csvOf(row(), row().replace('75.5', 'n/k'));
    const refused = (await post('?fileName=a.csv').type('text/csv').send(content())).body as Run;
    const accepted = (await post('?fileName=b.csv&acceptRejects=true').type('text/csv').send(content())).body as Run;
    await waymark.runJobs();
    expect((await get(refused.self)).body).toMatchObject({ state: 'refused', release: null, refusal: { code: 'file-refused' }, report: { rowsRejected: 1 } });
    const csv = await get(refused.rejects);
    expect([csv.status, csv.text.split('\r\n')[1]?.includes(',,,3,observation,')]).toEqual([200, true]);
    expect((await get(accepted.self)).body).toMatchObject({ state: 'loaded', report: { rowsRejected: 1 } });
  });

  describe('asks for a token', () => {
    const problem = (status: number, code: string): object => ({ status, type: `urn:waymark:problem:${code}` });
    const send = (bearer: string) => post('?fileName=pay.csv', bearer).type('text/csv').send(csvOf(row()));

    it('where there is none', async () => {
      const answer = await waymark.visitor().post(`${IMPORTS}?fileName=pay.csv`).type('text/csv').send(csvOf(row()));
      expect([answer.status, answer.headers['www-authenticate'], answer.headers['content-type']]).toEqual([401, 'Bearer realm="Waymark"', 'application/problem+json; charset=utf-8']);
      expect(JSON.parse(answer.text)).toMatchObject(problem(401, 'sign-in-required'));
      expect((await waymark.visitor().get(`${IMPORTS}/00000000-0000-4000-8000-000000000000`)).status).toBe(401);
    });

    it.each<[string, () => Promise<string>]>([
      ['that nobody made', async () => `wm_${'a'.repeat(43)}`],
      ['that is no token', async () => 'hunter2'],
      ['that is revoked', async () => {
        const secret = await make(['imports.write']);
        const [newest] = await waymark.get(AccessTokensService).list(COMMAND);
        await waymark.get(AccessTokensService).revoke(COMMAND, newest?.id ?? '');
        return secret;
      }],
      ['that has expired', async () => {
        const secret = await make(['imports.write'], 'isaac@ons.example.org', 1);
        waymark.clock.advance(24 * 60 * 60 * 1000);
        return secret;
      }],
      ['of somebody who is disabled', async () => {
        const secret = await make(['imports.write'], 'wren@ons.example.org');
        await waymark.dataSource.getRepository(User).update({ email: 'wren@ons.example.org' }, { disabledAt: waymark.clock.now() });
        return secret;
      }],
    ])('in place of one %s', async (_, secret) => {
      const before = await runs();
      const bearer = await secret();
      const answer = await send(bearer);
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Waymark", error="invalid_token"']);
      expect(JSON.parse(answer.text)).toMatchObject(problem(401, 'token-not-good'));
      expect((await get('/api/v1/metrics', bearer)).status).toBe(401);
      expect(await runs()).toBe(before);
    });

    it('whose scopes cover this', async () => {
      const reader = await make(['imports.read']);
      const answer = await send(reader);
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([403, 'Bearer realm="Waymark", error="insufficient_scope", scope="imports.write"']);
      expect(JSON.parse(answer.text)).toMatchObject(problem(403, 'insufficient-scope'));
      const run = (await send(token)).body as Run;
      expect((await get(run.self, reader)).status).toBe(200);
    });

    it('of somebody whose role covers this', async () => {
      const answer = await send(await make(['imports.write'], 'admin@service.example.org'));
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([403, undefined]);
    });

    it('and takes no session in its place, nor a token in the place of a session', async () => {
      const agent = await waymark.signIn('isaac@ons.example.org');
      expect((await agent.post(`${IMPORTS}?fileName=pay.csv`).type('text/csv').send(csvOf(row()))).status).toBe(401);
      const page = await get('/statistics').redirects(0);
      expect([page.status, page.headers['location']]).toEqual([303, '/sign-in']);
    });

    it('keeps nothing but its hash, and when it was last used', async () => {
      const rows = await waymark.dataSource.getRepository(AccessToken).find();
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(rows.find(({ lastUsedAt }) => lastUsedAt !== null)?.sha256).toMatch(/^[0-9a-f]{64}$/);
    });
  });

  describe('with an Idempotency-Key', () => {
    const send = (key: string, content: Buffer, query = '?fileName=pay.csv') => post(query).set('Idempotency-Key', key).type('text/csv').send(content);

    it('answers the same request alike and does it once', async () => {
      const [before, content] = [await runs(), csvOf(row())];
      const first = await send('k1', content);
      await waymark.runJobs();
      const again = await send('k1', content);
      expect([again.status, again.body, again.headers['location']]).toEqual([202, first.body, first.headers['location']]);
      expect(await runs()).toBe(before + 1);
    });

    it('refuses another body, or another option, under the same key', async () => {
      const content = csvOf(row());
      expect((await send('k2', content)).status).toBe(202);
      for (const answer of [await send('k2', csvOf(row())), await send('k2', content, '?fileName=pay.csv&dryRun=true'), await send('k2', content, '?fileName=other.csv')]) {
        expect([answer.status, JSON.parse(answer.text)]).toEqual([409, expect.objectContaining({ type: 'urn:waymark:problem:idempotency-key-used' })]);
      }
    });

    it('lets one of two at once through', async () => {
      const [before, content] = [await runs(), csvOf(row())];
      const answers = await Promise.all([send('k3', content), send('k3', content), send('k3', content)]);
      // whoever comes after the first has been answered gets its answer, whoever comes before is told to wait
      expect(answers.filter(({ status }) => status !== 202 && status !== 409)).toEqual([]);
      expect(new Set(answers.filter(({ status }) => status === 202).map(({ body }) => (body as Run).id)).size).toBe(1);
      expect(await runs()).toBe(before + 1);
    });

    it('tells whoever comes while the first is on its way, and forgets a first that went down after ten minutes', async () => {
      const content = csvOf(row());
      await send('k4', content);
      await waymark.dataSource.getRepository(IdempotencyKey).update({ key: 'k4' }, { status: null, answer: null });
      const early = await send('k4', content);
      expect([early.status, JSON.parse(early.text)]).toEqual([409, expect.objectContaining({ type: 'urn:waymark:problem:idempotency-key-in-use' })]);
      waymark.clock.advance(10 * 60 * 1000 + 1);
      expect((await send('k4', content)).status).toBe(202);
    });

    it('lets a refused request be mended and sent again', async () => {
      expect((await send('k5', Buffer.alloc(0))).status).toBe(422);
      expect((await send('k5', csvOf(row()))).status).toBe(202);
    });

    it('means nothing to another token', async () => {
      const content = csvOf(row());
      const first = (await send('k6', content)).body as Run;
      const other = (await post('?fileName=pay.csv', await make(['imports.write'])).set('Idempotency-Key', 'k6').type('text/csv').send(content)).body as Run;
      expect(other.id).not.toBe(first.id);
    });
  });

  describe('refuses', () => {
    it.each<[string, string, string, Buffer, number, string]>([
      ['an empty file', '?fileName=pay.csv', 'text/csv', Buffer.alloc(0), 422, 'invalid'],
      ['a file without a name', '', 'text/csv', csvOf(ROW), 422, 'invalid'],
      ['a picture', '?fileName=pay.csv', 'text/csv', Buffer.from('89504e470d0a1a0a', 'hex'), 422, 'invalid'],
      ['a day that there is not', '?fileName=pay.csv&publishedAt=2026-02-30', 'text/csv', csvOf(ROW), 422, 'invalid'],
      ['a metric that there is not', '?fileName=pay.csv&metric=happiness', 'text/csv', csvOf(ROW), 422, 'invalid'],
      ['a yes that is none', '?fileName=pay.csv&dryRun=perhaps', 'text/csv', csvOf(ROW), 422, 'invalid'],
      ['JSON', '?fileName=pay.csv', 'application/json', Buffer.from('{}'), 415, 'unsupported-media-type'],
      ['100 MB and one byte', '?fileName=pay.csv', 'text/csv', Buffer.alloc(100 * 1024 * 1024 + 1, 'a'), 413, 'file-too-large'],
    ])('%s', async (_, query, type, content, status, code) => {
      const before = await runs();
      const answer = await post(query).set('Content-Type', type).send(content);
      expect([answer.status, JSON.parse(answer.text)]).toEqual([status, expect.objectContaining({ type: `urn:waymark:problem:${code}` })]);
      expect(await runs()).toBe(before);
    }, 30_000);

    it('a file that is too large in a form', async () => {
      const answer = await post().attach('file', Buffer.alloc(100 * 1024 * 1024 + 1, 'a'), 'pay.csv');
      expect([answer.status, JSON.parse(answer.text)]).toEqual([413, expect.objectContaining({ type: 'urn:waymark:problem:file-too-large' })]);
    }, 30_000);

    it('a form without a file, and an upload that there is not', async () => {
      expect((await post().field('dryRun', 'true')).status).toBe(422);
      expect((await get(`${IMPORTS}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
      expect((await get(`${IMPORTS}/none`)).status).toBe(404);
    });

    it('nothing more than the one file that breaks off in the middle', async () => {
      const before = await runs();
      await new Promise<void>((resolve) => {
        const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'text/csv', 'Content-Length': '1000000' };
        const broken = httpRequest(`${waymark.address}${IMPORTS}?fileName=pay.csv`, { method: 'POST', headers });
        broken.on('error', () => resolve());
        broken.write('areacd,areanm\r\n', () => setTimeout(() => broken.destroy(), 100));
      });
      expect(await runs()).toBe(before);
      expect((await post('?fileName=pay.csv').type('text/csv').send(csvOf(row()))).status).toBe(202);
    });
  });

  it('is described with its token', async () => {
    interface Operation { security?: object[]; requestBody?: { content: Record<string, unknown> }; responses: Record<string, { content?: Record<string, { schema: object }> }> }
    const description = (await waymark.visitor().get('/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>>; components: { securitySchemes: Record<string, object> } };
    const create = description.paths[IMPORTS]?.['post'];
    expect(create?.security).toEqual([{ bearer: [] }]);
    expect(description.components.securitySchemes['bearer']).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(Object.keys(create?.requestBody?.content ?? {})).toEqual(['multipart/form-data', 'text/csv']);
    expect(Object.keys(create?.responses ?? {})).toEqual(expect.arrayContaining(['202', '401', '403', '409', '413', '415', '422']));
    const schema = description.paths[`${IMPORTS}/{id}`]?.['get']?.responses['200']?.content?.['application/json']?.schema;
    const run = (await post('?fileName=pay.csv&dryRun=1').type('text/csv').send(csvOf(row()))).body as Run;
    await waymark.runJobs();
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile({ ...schema, components: description.components });
    validate((await get(run.self)).body);
    expect((validate.errors ?? []).filter(({ message }) => message !== 'must be object' && message !== 'must be string' && message !== 'must be integer')).toEqual([]);
  });
});
