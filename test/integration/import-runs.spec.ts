import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { type Actor, systemActor } from '#domain/access/permissions.js';
import { AccessTokensService } from '#features/access/access-tokens.service.js';
import { actorOfUser } from '#features/access/actors.service.js';
import { IdempotencyKey } from '#features/access/idempotency-key.entity.js';
import { IdempotentRequestsService } from '#features/access/idempotent-requests.service.js';
import { User } from '#features/access/user.entity.js';
import { EXPIRE_IMPORT } from '#features/imports/expire-import.job.js';
import { ImportFileChunk } from '#features/imports/import-file-chunk.entity.js';
import { ImportRun } from '#features/imports/import-run.entity.js';
import { ImportRunsService } from '#features/imports/import-runs.service.js';
import { LOAD_IMPORT } from '#features/imports/load-import.job.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { JobRunner } from '#platform/queue/job-runner.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { csvOf, HEADER, ROW, saveStatisticsOffice } from '../factories/statistics-office.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const COMMAND = systemActor('command', 'token add');
const DAY_MS = 24 * 60 * 60 * 1000;

describe('the run of an upload', () => {
  let waymark: TestApplication;
  let isaac: Actor;
  let wren: Actor;
  let token: { id: string; secret: string };
  let year = 1950;

  const addToken = async (): Promise<{ id: string; secret: string }> => {
    const added = await waymark.get(AccessTokensService).add(COMMAND, { email: 'isaac@ons.example.org', scopes: ['imports.write'], name: 'nightly', days: 90 });
    return { id: added.token.id, secret: added.secret };
  };
  const row = (): string => ROW.replace('2023', String(++year));
  const upload = async (query: string, content = csvOf(row()), { secret } = token): Promise<string> => {
    const answer = await waymark.visitor().post(`/api/v1/imports?fileName=pay.csv&${query}`).set('Authorization', `Bearer ${secret}`).type('text/csv').send(content);
    expect(answer.status).toBe(202);
    return (answer.body as { id: string }).id;
  };
  const runs = () => waymark.dataSource.getRepository(ImportRun);
  const runOf = (id: string): Promise<ImportRun> => runs().findOneByOrFail({ id });
  const chunks = (runId: string): Promise<number> => waymark.dataSource.getRepository(ImportFileChunk).countBy({ runId });
  const jobOf = async (kind: string, runId: string): Promise<string> => {
    const waiting = await waymark.dataSource.getRepository(OutboxMessage).findBy({ kind, doneAt: IsNull() });
    return waiting.find(({ payload }) => (payload as { runId: string }).runId === runId)?.id ?? '';
  };
  const expire = async (runId: string): Promise<void> => void (await waymark.get(JobRunner).run(await jobOf(EXPIRE_IMPORT.name, runId), 1));
  const eventsOf = (subject: string): Promise<AuditEntry[]> => waymark.dataSource.getRepository(AuditEntry).find({ where: { subject }, order: { position: 'ASC' } });

  beforeAll(async () => {
    waymark = await startTestApplication();
    await saveStatisticsOffice(waymark);
    const actorOf = async (email: string): Promise<Actor> => actorOfUser(await waymark.dataSource.getRepository(User).findOneByOrFail({ email }));
    [isaac, wren] = [await actorOf('isaac@ons.example.org'), await actorOf('wren@ons.example.org')];
  }, 60_000);
  afterAll(() => waymark.close());
  beforeEach(async () => {
    waymark.clock.advance(1000);
    token = await addToken();
  });

  it('is loaded and signed as whoever has it loaded, not as whoever uploaded it', async () => {
    const id = await upload('dryRun=true', csvOf(row().replace('Employment rate', 'Gross median weekly pay').replace('Percentage,%', 'Pounds,€')));
    await waymark.runJobs();
    await waymark.get(ImportRunsService).load(wren, id, { acceptRejects: false, confirm: { unit: 'The publisher changed it.', direction: '' } });
    await waymark.runJobs();
    const run = await runOf(id);
    expect([run.state, run.requestedBy, run.loadRequestedBy]).toEqual(['loaded', isaac.id, wren.id]);
    const by = `user:${wren.id}`;
    expect(await waymark.dataSource.query('SELECT imported_by FROM releases WHERE id = $1', [run.releaseId])).toEqual([{ imported_by: by }]);
    expect(await waymark.dataSource.query('SELECT confirmed_by FROM series_changes WHERE release_id = $1', [run.releaseId])).toEqual([{ confirmed_by: by }]);
    expect((await eventsOf(`release:${run.releaseId}`)).map(({ event, actor }) => [event, actor])).toContainEqual(['OBSERVATIONS_IMPORTED', by]);
  });

  it('does not end as loaded without a release, nor as checked without a report', async () => {
    // what a second worker leaves that has begun between the first one's note and its settling
    for (const [query, kind, state] of [['', 'load-import', 'loading'], ['dryRun=true', 'check-import', 'checking']] as const) {
      const id = await upload(query);
      const job = await jobOf(kind, id);
      const work = waymark.get(UnitOfWork);
      const run = work.run.bind(work);
      work.run = async (move, then) => {
        if (move.actor === `job:${kind}` && move.event !== 'IMPORT_BEGUN') await runs().update(id, { report: null, releaseId: null, refusal: null });
        return run(move, then);
      };
      await expect(waymark.get(JobRunner).run(job, 1)).rejects.toThrow('no outcome');
      work.run = run;
      expect([(await runOf(id)).state, await chunks(id)]).toEqual([state, 1]);
      await waymark.get(JobRunner).run(job, 2);
      expect((await runOf(id)).state).toBe(state === 'loading' ? 'loaded' : 'checked');
    }
  });

  it.each(['uploaded', 'checking', 'loading'] as const)('fails after two weeks as %s, may be tried again, and is discarded after two more', async (state) => {
    const id = await upload(state === 'loading' ? '' : 'dryRun=true');
    await waymark.dataSource.getRepository(OutboxMessage).update({ id: await jobOf(state === 'loading' ? 'load-import' : 'check-import', id) }, { failedAt: waymark.clock.now() });
    if (state !== 'uploaded') await runs().update(id, { state, startedAt: new Date(waymark.clock.now().getTime() + DAY_MS) });
    waymark.clock.advance(14 * DAY_MS);
    await expire(id);
    if (state !== 'uploaded') {
      expect((await runOf(id)).state).toBe(state);
      waymark.clock.advance(DAY_MS);
      await expire(id);
    }
    expect(await runOf(id)).toMatchObject({ state: 'failed', refusal: { code: 'failed', message: 'No worker has come to the end of the file' }, finishedAt: waymark.clock.now() });
    expect(await chunks(id)).toBe(1);
    waymark.clock.advance(14 * DAY_MS - 1);
    await expire(id);
    expect((await runOf(id)).state).toBe('failed');
    waymark.clock.advance(1);
    await expire(id);
    expect([(await runOf(id)).state, await chunks(id)]).toEqual(['discarded', 0]);
  });

  it('has two weeks anew where it is checked again', async () => {
    const id = await upload('dryRun=true');
    await waymark.runJobs();
    waymark.clock.advance(14 * DAY_MS - 1);
    await waymark.get(ImportRunsService).checkAgain(isaac, id);
    waymark.clock.advance(1);
    await expire(id);
    expect((await runOf(id)).state).toBe('uploaded');
    await waymark.runJobs();
    expect((await runOf(id)).state).toBe('checked');
  });

  it('is given up where ten workers have begun and none came to an end', async () => {
    const id = await upload('');
    const job = await jobOf(LOAD_IMPORT.name, id);
    await runs().update(id, { state: 'loading', attempts: 10 });
    await waymark.get(JobRunner).run(job, 1);
    expect(await runOf(id)).toMatchObject({ state: 'failed', releaseId: null, refusal: { code: 'failed', message: 'The worker did not survive the reading' } });
  });

  it('is refused where its token is revoked before a worker comes to it, and names the token in the audit', async () => {
    const leaked = await addToken();
    const id = await upload('', csvOf(row()), leaked);
    const [uploaded] = await eventsOf(`import:${id}`);
    expect([uploaded?.event, uploaded?.facts['token']]).toEqual(['IMPORT_UPLOADED', leaked.id]);
    await waymark.get(AccessTokensService).revoke(COMMAND, leaked.id);
    await waymark.runJobs();
    expect(await runOf(id)).toMatchObject({ state: 'refused', releaseId: null, refusal: { code: 'token-revoked' } });
    // a statistician may take it over
    await waymark.get(ImportRunsService).checkAgain(wren, id);
    await waymark.runJobs();
    expect((await runOf(id)).state).toBe('checked');
  });

  it('leaves a line in the audit for every read of what is found, and none for a look at how far it is', async () => {
    const id = await upload('dryRun=true', csvOf(row(), row().replace('75.5', '-n/k')));
    const reads = async (): Promise<unknown[]> => (await eventsOf(`import:${id}`)).filter(({ event }) => event === 'IMPORT_READ').map(({ actor, facts }) => [actor, facts]);
    const agent = await waymark.signIn('wren@ons.example.org');
    const api = (address: string) => waymark.visitor().get(`/api/v1/imports/${id}${address}`).set('Authorization', `Bearer ${token.secret}`);
    const page = (address: string) => agent.get(`/statistics/imports/${id}${address}`);
    for (const answer of [await page(''), await page(''), await api('')]) expect(answer.status).toBe(200);
    expect(await reads()).toEqual([]);
    await waymark.runJobs();
    for (const answer of [await page(''), await page('/rejects.csv'), await api(''), await api('/rejects.csv')]) expect(answer.status).toBe(200);
    const [byPage, byApi] = [[`user:${wren.id}`, { state: 'checked' }], [`user:${isaac.id}`, { state: 'checked', token: token.id }]];
    expect(await reads()).toEqual([byPage, byPage, byApi, byApi]);
    // nothing of it is shown while it is being loaded
    await waymark.get(ImportRunsService).load(wren, id, { acceptRejects: true, confirm: { unit: '', direction: '' } });
    expect([(await api('')).body, (await page('')).text.includes('-n/k')]).toEqual([expect.objectContaining({ state: 'loading', report: null }), false]);
    expect(await reads()).toHaveLength(4);
  });

  it('gives its rejects back alike by page and API: a negative number as it is, a formula as text', async () => {
    const id = await upload('dryRun=true', csvOf(row().replace('75.5', '-1.5').replace('E92000001', '=1+1'), row()));
    await waymark.runJobs();
    const agent = await waymark.signIn('wren@ons.example.org');
    const page = await agent.get(`/statistics/imports/${id}/rejects.csv`);
    const api = await waymark.visitor().get(`/api/v1/imports/${id}/rejects.csv`).set('Authorization', `Bearer ${token.secret}`);
    const [header, first] = page.text.split('\r\n');
    expect(header).toBe(`${HEADER},row,column,reason`);
    expect(first).toMatch(/^'=1\+1,England,.*,-1\.5,/);
    expect(api.text).toBe(page.text);
    expect([page, api].map(({ headers }) => headers['cache-control'])).toEqual(['private, no-store', 'private, no-store']);
  });

  it('keeps the answer of a request whose work was committed, whatever goes wrong after it', async () => {
    const requests = waymark.get(IdempotentRequestsService);
    const request = { key: 'late', tokenId: token.id, request: 'POST /x', bodyHash: 'h' };
    const given = { status: 202, answer: { id: 1 } };
    const failing = requests.once(request, async (keep) => {
      await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TESTED', subject: 'test:1' }, (tx) => keep(tx, given));
      throw new Error('The queue is away');
    });
    await expect(failing).rejects.toThrow('The queue is away');
    expect(await waymark.dataSource.getRepository(IdempotencyKey).countBy({ key: 'late' })).toBe(1);
    expect(await requests.once(request, () => Promise.reject(new Error('done twice')))).toEqual(given);
  });
});
