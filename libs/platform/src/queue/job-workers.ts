import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Worker } from 'bullmq';
import { type Logger } from 'pino';
import { LOGGER } from '#platform/logging/logging.module.js';
import { JobCatalogue } from './job-catalogue.js';
import { JobQueues } from './job-queues.js';
import { JobRunner } from './job-runner.js';
import { OutboxSweep } from './outbox-sweep.js';
import { type Reminder } from './queue-backend.js';
import { QUEUE_NAMES, type QueueName } from './queues.js';

const CONCURRENCY: Record<QueueName, number> = { now: 4, mail: 5, heavy: 1, later: 2 };
/** A lock must outlive the longest stretch without an await; heavy jobs get ten minutes. Milliseconds. */
const LOCK: Record<QueueName, number> = { now: 30_000, mail: 60_000, heavy: 600_000, later: 60_000 };

/** One worker a queue hands each job to its handler. Stops by finishing what it has. */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly workers: Worker<Reminder>[] = [];

  constructor(
    private readonly queues: JobQueues,
    private readonly runner: JobRunner,
    private readonly catalogue: JobCatalogue,
    private readonly sweep: OutboxSweep,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.catalogue.all();
    for (const name of QUEUE_NAMES) {
      const worker = this.queues.backend.worker(name, async (job) => this.runner.run(job.data.outboxId, job.attemptsMade + 1), {
        concurrency: CONCURRENCY[name],
        lockDuration: LOCK[name],
      });
      worker.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'worker connection'));
      this.workers.push(worker);
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    await this.sweep.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.sweep.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}
