import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase } from '../support/database.js';
import { createLoadedDatabase } from '../support/example-database.js';
import { MailCatcher } from '../support/mail-catcher.js';
import { type OwnRedis, startOwnRedis } from '../support/processes.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

/** Rows of a table, by an SQL condition. */
async function rows<Row>(client: pg.Client, sql: string): Promise<Row[]> {
  return (await client.query(sql)).rows as Row[];
}

const BACKENDS: ('postgres' | 'redis')[] = process.env['WAYMARK_TEST_SKIP_REDIS'] ? ['postgres'] : ['postgres', 'redis'];

describe.each(BACKENDS)('outbox → queue on %s → mail, with the worker killed between commit and mail', (backend) => {
  let database: TestDatabase;
  let catcher: MailCatcher;
  let redis: OwnRedis | undefined;
  let client: pg.Client;
  let worker: WorkerProcess | undefined;

  beforeAll(async () => {
    expect(existsSync('dist/apps/worker/src/main.js')).toBe(true);
    database = await createLoadedDatabase();
    catcher = await MailCatcher.start();
    redis = backend === 'redis' ? await startOwnRedis() : undefined;
    client = new pg.Client({ connectionString: database.url, options: '-c search_path=waymark' });
    await client.connect();
    // The example was loaded by the suites' clock; these workers go by the real one.
    await client.query(`UPDATE outbox_messages SET due_at = '2026-01-01'`);
  }, 120_000);

  afterAll(async () => {
    await worker?.killHard();
    await client.end();
    await catcher.stop();
    await redis?.stop();
    await database.drop();
  });

  const start = async (): Promise<WorkerProcess> => {
    const started = startWorker({
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      SMTP_URL: catcher.url,
      ...(redis ? { REDIS_URL: redis.url } : {}),
    });
    await started.ready;
    return started;
  };

  it('raises each alert once and hands each letter over once', async () => {
    catcher.stalls = true;
    const handover = catcher.nextHandover();
    worker = await start();
    await handover;
    // the watches' letters on what is overdue may be the first: the alerts are raised beside them
    for (;;) {
      const [raised] = await rows<{ count: string }>(client, 'SELECT count(*) FROM alerts');
      if (Number(raised?.count) > 0) break;
      await sleep(50);
    }
    expect(catcher.accepted).toEqual([]);
    await worker.killHard();
    catcher.release();

    worker = await start();
    // for two seconds on end: the round of the watches that a start begins with writes letters too
    for (let quiet = 0; quiet < 20; quiet += 1) {
      // what is due next year (a gap's date) waits
      const [owed] = await rows<{ count: string }>(client, `SELECT count(*) FROM outbox_messages WHERE done_at IS NULL AND due_at < now() + interval '1 day'`);
      if (owed?.count !== '0') quiet = -1;
      await sleep(100);
    }
    await worker.stop();

    const alerts = await rows<{ target_id: string; kind: string; count: string }>(
      client, 'SELECT kind, mission_id, target_id, count(*) FROM alerts GROUP BY 1, 2, 3',
    );
    expect(alerts.filter(({ count }) => count !== '1')).toEqual([]);
    const letters = await rows<{ id: string; recipient: string; about: string; subject: string; state: string }>(client, 'SELECT id, recipient, about, subject, state FROM mail_messages');
    expect(new Set(letters.map(({ recipient, about, subject }) => `${recipient} ${about} ${subject}`)).size).toBe(letters.length);
    expect(letters.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(catcher.accepted.map(({ reference }) => reference).sort()).toEqual(letters.map(({ id }) => id).sort());
    const council = letters.filter(({ recipient }) => recipient.endsWith('@council.example.org'));
    expect(council.length).toBeGreaterThan(0);
    expect(letters.some(({ recipient }) => recipient.endsWith('@dfe.example.org'))).toBe(true);
  }, 120_000);
});
