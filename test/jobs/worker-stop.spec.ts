import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type OwnRedis, startOwnRedis } from '../support/processes.js';
import { startWorker, type WorkerProcess } from '../support/worker-process.js';

/** Where an operator stops a worker whose queue is gone, it leaves too: PostgreSQL holds all that is undone. */
const redis: OwnRedis | undefined = await startOwnRedis();

(redis ? describe : describe.skip)('a worker that is told to stop', () => {
  let database: TestDatabase;
  let worker: WorkerProcess;

  beforeAll(async () => {
    database = await createTestDatabase();
    worker = startWorker({ NODE_ENV: 'test', DATABASE_URL: database.url, REDIS_URL: redis?.url ?? '' });
    await worker.ready;
  }, 60_000);
  afterAll(async () => {
    await worker.killHard();
    await database.drop();
  });

  it('leaves in under 30 seconds when Redis is gone', async () => {
    await redis?.stop();
    const asked = Date.now();
    await worker.stop();
    expect(Date.now() - asked).toBeLessThan(30_000);
  }, 40_000);
});
