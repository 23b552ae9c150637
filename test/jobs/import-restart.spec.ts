import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parse } from 'csv-parse/sync';
import { ActorsService } from '#features/access/actors.service.js';
import { User } from '#features/access/user.entity.js';
import { ImportRunsService } from '#features/imports/import-runs.service.js';
import { LARGEST_UPLOAD, tooLarge } from '#domain/imports/upload-faults.js';
import { ReceivedFile } from '#platform/uploads/received-file.js';
import { csvOf, saveStatisticsOffice } from '../factories/statistics-office.factory.js';
import { startTestApplication } from '../support/application.js';
import { TestClock } from '../support/clock.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type OwnRedis, startOwnRedis } from '../support/processes.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

const MONTHS = 1400;
const FIRST_YEAR = 1880;

/** Every area of the example's register in 1,400 months: over 100,000 rows, none twice. */
function manyRows(): { content: Buffer; rows: number } {
  const areas = parse(readFileSync('example/areas/areas.csv'), { columns: true }) as { code: string; name: string }[];
  const rows = areas.flatMap(({ code, name }, number) =>
    Array.from({ length: MONTHS }, (_, at) => {
      const month = `${FIRST_YEAR + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
      return `${code},"${name}",,Employment rate,${month}/P1M,${(number + at) % 100}.5,Percentage,%,,,,`;
    }),
  );
  return { content: csvOf(...rows), rows: rows.length };
}

interface RunRow {
  state: string;
  progress_bytes: number;
  bytes: number;
  attempts: number;
  release_id: number | null;
  report: { rowsRead: number; alreadyLoaded: boolean } | null;
}

const BACKENDS: ('postgres' | 'redis')[] = process.env['WAYMARK_TEST_SKIP_REDIS'] ? ['postgres'] : ['postgres', 'redis'];

describe.each(BACKENDS)('an upload whose worker is killed while it loads, with the queue on %s', (backend) => {
  const file = manyRows();
  let database: TestDatabase;
  let redis: OwnRedis | undefined;
  let client: pg.Client;
  let worker: WorkerProcess | undefined;
  let runId: string;

  const start = async (): Promise<WorkerProcess> => {
    const started = startWorker({ NODE_ENV: 'test', DATABASE_URL: database.url, ...(redis ? { REDIS_URL: redis.url } : {}) });
    await started.ready;
    return started;
  };
  const run = async (): Promise<RunRow> => (await client.query<RunRow>('SELECT * FROM import_runs WHERE id = $1', [runId])).rows[0] as RunRow;
  const count = async (table: string): Promise<number> => Number((await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`)).rows[0]?.count);

  /** Hands the file in as the page does, at the real time, by which the workers go. */
  const handIn = async (): Promise<string> => {
    const waymark = await startTestApplication({ database, clock: new TestClock(new Date().toISOString()) });
    const received = await ReceivedFile.from(Readable.from([file.content]), 'many.csv', { mostBytes: LARGEST_UPLOAD, reason: tooLarge() });
    try {
      await saveStatisticsOffice(waymark);
      const { id } = await waymark.dataSource.getRepository(User).findOneByOrFail({ email: 'isaac@ons.example.org' });
      const actor = await waymark.get(ActorsService).actorOf(id);
      if (!actor) throw new Error('nobody hands the file in');
      return (await waymark.get(ImportRunsService).receive(actor, { file: received, options: {}, dryRun: false })).id;
    } finally {
      await received.remove();
      await waymark.close();
    }
  };

  beforeAll(async () => {
    expect(existsSync('dist/apps/worker/src/main.js')).toBe(true);
    database = await createTestDatabase();
    redis = backend === 'redis' ? await startOwnRedis() : undefined;
    client = new pg.Client({ connectionString: database.url, options: '-c search_path=waymark' });
    await client.connect();
    runId = await handIn();
  }, 120_000);

  afterAll(async () => {
    await worker?.killHard();
    await client.end();
    await redis?.stop();
    await database.drop();
  });

  it('is loaded once, by the worker that comes after', async () => {
    worker = await start();
    let seen = await run();
    while (seen.progress_bytes === 0 || seen.state !== 'loading') {
      expect(seen.state).not.toBe('loaded');
      await sleep(10);
      seen = await run();
    }
    await worker.killHard();

    // cut off in the middle: nothing of it is there, and the run still says how far it was
    const cut = await run();
    expect([cut.state, cut.attempts, cut.release_id, await count('releases'), await count('observations')]).toEqual(['loading', 1, null, 0, 0]);
    expect(cut.progress_bytes).toBeGreaterThan(0);
    expect(cut.progress_bytes).toBeLessThan(cut.bytes);

    worker = await start();
    const until = Date.now() + 150_000;
    let done = await run();
    while (done.state === 'loading' && Date.now() < until) {
      await sleep(100);
      done = await run();
    }
    await worker.stop();

    expect([done.state, done.attempts, done.progress_bytes]).toEqual(['loaded', 2, done.bytes]);
    expect(done.report).toMatchObject({ rowsRead: file.rows, alreadyLoaded: false });
    expect([await count('releases'), await count('observations'), await count('import_file_chunks')]).toEqual([1, file.rows, 0]);
    const { rows } = await client.query<{ id: number; checksum: string; rows_read: number }>('SELECT id, checksum, rows_read FROM releases');
    expect(rows).toEqual([{ id: done.release_id, checksum: createHash('sha256').update(file.content).digest('hex'), rows_read: file.rows }]);
  }, 240_000);
});
