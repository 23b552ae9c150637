import { setTimeout as elapse } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type Worker } from 'bullmq';
import { type Logger } from 'pino';
import { LOGGER } from '#platform/logging/logging.module.js';
import { JobCatalogue } from './job-catalogue.js';
import { declaredKinds } from './job-kind.js';
import { JobQueues } from './job-queues.js';
import { JobRunner } from './job-runner.js';
import { OutboxSweep } from './outbox-sweep.js';
import { type Reminder } from './queue-backend.js';
import { QUEUE_NAMES, type QueueName } from './queues.js';

const CONCURRENCY: Record<QueueName, number> = { now: 4, mail: 5, heavy: 1, later: 2 };
/**
 * A living worker renews its locks by a timer, so a lock need only outlive a stretch without an await; the shorter it is, the
 * sooner another worker takes over from one that was killed. Heavy jobs hold the thread for longest. A job that is taken over
 * while its worker lives is done twice and has its effect once. Milliseconds.
 */
const LOCK: Record<QueueName, number> = { now: 10_000, mail: 10_000, heavy: 15_000, later: 10_000 };
/** How often a worker looks for jobs whose worker is gone. Milliseconds. */
const STALLED_CHECK = 5_000;
/**
 * How long a process that leaves waits for what it has begun. A worker whose queue is gone never finishes closing; what it
 * leaves behind stands in the tables, and the next worker's sweep finds it. Milliseconds, with room below an operator's 30 s.
 */
const LEAVING = 20_000;

/** One worker a queue hands each job to its handler. Stops by finishing what it has. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly workers: Worker<Reminder>[] = [];

  constructor(
    private readonly queues: JobQueues,
    private readonly runner: JobRunner,
    private readonly catalogue: JobCatalogue,
    private readonly sweep: OutboxSweep,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.catalogue.assertHandles(declaredKinds());
    for (const name of QUEUE_NAMES) {
      const worker = this.queues.backend.worker(name, async (job) => this.runner.run(job.data.outboxId, job.attemptsMade + 1), {
        concurrency: CONCURRENCY[name],
        lockDuration: LOCK[name],
        stalledInterval: STALLED_CHECK,
        // Whether a job may run again is the outbox row's business: a kill is not the job's fault.
        maxStalledCount: 100,
      });
      worker.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'worker connection'));
      this.workers.push(worker);
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    await this.sweep.start();
  }

  /** Before the queues' own connections close, for what is begun is finished over them. */
  async beforeApplicationShutdown(): Promise<void> {
    this.sweep.stop();
    const finished = Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.race([finished, elapse(LEAVING, undefined, { ref: false })]);
  }
}
