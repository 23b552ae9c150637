import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { readSettings, type Settings } from '#platform/config/settings.js';
import { createLogger } from '#platform/logging/logger.js';
import { RootModule } from '#platform/process/root-module.js';
import { HandlesJob, type JobHandler, type JobOutcome } from '#platform/queue/job-handler.js';
import { jobKind } from '#platform/queue/job-kind.js';
import { createQueueBackend } from '#platform/queue/queue-backend.js';
import { WorkersModule } from '#platform/queue/worker.module.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';

const JOBS = Number(process.env['WAYMARK_BENCH_JOBS'] ?? 3000);
const LATENCY_JOBS = 300;
const PRODUCERS = 8;
const KIND = jobKind<{ n: number }>('bench-job', 'now');
const MOVE = { actor: 'command:bench', event: 'BENCH', subject: 'bench:1' };

/** When each job's handler started, by its number. Milliseconds of the monotonic clock. */
const startedAt = new Map<number, number>();

@HandlesJob(KIND)
class BenchHandler implements JobHandler<{ n: number }> {
  readonly auditEvent = 'BENCH_DONE';

  async outside({ n }: { n: number }): Promise<JobOutcome> {
    startedAt.set(n, performance.now());
    return 'done';
  }
}

/** A worker with a handler for the benches' own kind too, which every process here has heard of. */
@Module({ imports: [JobsModule, WorkersModule], providers: [BenchHandler] })
export class BenchModule {}

/**
 * Prints `queue-<backend>` (jobs/s with outbox row, effect mark and audit, ÷ jobs/s of BullMQ alone, both with eight producers
 * and the same concurrency) and `handler-start-p50-ms-<backend>`, `…-p99-…` (commit to the handler's start, one job at a time).
 */
export async function benchQueue(urls: { owner: string; application: string; redis?: string }): Promise<void> {
  const name = urls.redis ? 'redis' : 'pg';
  const settings = readSettings(
    {},
    { DATABASE_URL: urls.application, LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '16', ...(urls.redis ? { REDIS_URL: urls.redis } : {}) },
  );
  startedAt.clear();
  const alone = await bullmqAlone(settings);
  const app = await NestFactory.createApplicationContext(
    RootModule.of({ settings, logger: createLogger('error'), runsJobs: true }, [BenchModule]),
    { logger: false },
  );
  const unitOfWork = app.get(UnitOfWork);
  const dataSource = app.get(DataSource);
  const begun = performance.now();
  await produce(JOBS, (n) => unitOfWork.run(MOVE, async (transaction) => void (await transaction.enqueue(KIND, { n }))));
  await until(async () => {
    const [row]: { undone: string }[] = await dataSource.query('SELECT count(*) AS undone FROM outbox_messages WHERE done_at IS NULL');
    return row?.undone === '0';
  });
  const ours = JOBS / ((performance.now() - begun) / 1000);
  const waits: number[] = [];
  for (let n = JOBS; n < JOBS + LATENCY_JOBS; n += 1) {
    const before = performance.now();
    await unitOfWork.run(MOVE, async (transaction) => void (await transaction.enqueue(KIND, { n })));
    await until(async () => startedAt.has(n), 1);
    waits.push((startedAt.get(n) ?? 0) - before);
  }
  await app.close();
  waits.sort((left, right) => left - right);
  const at = (share: number): string => (waits[Math.floor(waits.length * share)] ?? 0).toFixed(1);
  console.log(`queue on ${name}: BullMQ alone ${alone.toFixed(0)} jobs/s, with outbox, effect mark and audit ${ours.toFixed(0)} jobs/s`);
  console.log(`bench queue-${name} ${(ours / alone).toFixed(2)}`);
  console.log(`bench handler-start-p50-ms-${name} ${at(0.5)}`);
  console.log(`bench handler-start-p99-ms-${name} ${at(0.99)}`);
}

async function bullmqAlone(settings: Settings): Promise<number> {
  const backend = createQueueBackend(settings, 1);
  const queue = backend.queue('later');
  let done = 0;
  const worker = backend.worker('later', async () => void (done += 1), { concurrency: 4, lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 100 });
  await worker.waitUntilReady();
  const begun = performance.now();
  await produce(JOBS, (n) => queue.add('bench', { outboxId: String(n) }, { removeOnComplete: true }));
  await until(async () => done === JOBS);
  const rate = JOBS / ((performance.now() - begun) / 1000);
  await worker.close();
  await queue.close();
  await backend.close();
  return rate;
}

async function produce(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const producer = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: PRODUCERS }, producer));
}

async function until(done: () => Promise<boolean>, everyMs = 10): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, everyMs));
}
