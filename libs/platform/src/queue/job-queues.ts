import { setTimeout as elapse } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Queue } from 'bullmq';
import { type Logger } from 'pino';
import { Clock } from '#platform/clock/clock.js';
import { LOGGER } from '#platform/logging/logging.module.js';
import { type CommittedJobs } from '#platform/unit-of-work/unit-of-work.js';
import { type PendingJob } from '#platform/unit-of-work/transaction.js';
import { type QueueBackend, type Reminder } from './queue-backend.js';
import { QUEUE_NAMES, type QueueName } from './queues.js';

/** How long a process that leaves waits for its queues. Milliseconds. */
const LEAVING = 5_000;

/** Token of the process's queue backend. */
export const QUEUE_BACKEND = Symbol('queue backend');

/** How many jobs of a queue are in which state. */
export type QueueCounts = Record<QueueName, Record<string, number>>;

/** Puts reminders of committed outbox rows into the queues. */
@Injectable()
export class JobQueues implements CommittedJobs, OnApplicationShutdown {
  private readonly queues = new Map<QueueName, Queue<Reminder>>();

  constructor(
    @Inject(QUEUE_BACKEND) readonly backend: QueueBackend,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** After the commit. A queue that is down is no failure of the move: the worker's sweep brings the rows later. */
  async relay(jobs: PendingJob[]): Promise<void> {
    for (const job of jobs) {
      try {
        await this.remind(job.id, job.kind.name, job.kind.queue, job.kind.attempts, job.dueAt);
      } catch (error) {
        this.logger.warn({ err: error, outboxId: job.id }, 'the queue did not take a job; the sweep will bring it');
      }
    }
  }

  async remind(id: string, kind: string, queue: QueueName, attempts: number, dueAt: Date): Promise<void> {
    await this.queue(queue).add(
      kind,
      { outboxId: id },
      {
        jobId: id,
        attempts,
        backoff: { type: 'exponential', delay: 500 },
        delay: Math.max(0, dueAt.getTime() - this.clock.now().getTime()),
        removeOnComplete: true,
        removeOnFail: true,
      },
    );
  }

  async counts(): Promise<QueueCounts> {
    const pairs = await Promise.all(
      QUEUE_NAMES.map(async (name) => [name, await this.queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed')] as const),
    );
    return Object.fromEntries(pairs) as QueueCounts;
  }

  async onApplicationShutdown(): Promise<void> {
    const closed = Promise.all([...this.queues.values()].map((queue) => queue.close()));
    // A queue that is gone never answers; nothing of it is lost that the tables do not hold.
    await Promise.race([closed, elapse(LEAVING, undefined, { ref: false })]);
    await this.backend.close();
  }

  private queue(name: QueueName): Queue<Reminder> {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = this.backend.queue(name);
      queue.on('error', (error) => this.logger.warn({ err: error, queue: name }, 'queue connection'));
      this.queues.set(name, queue);
    }
    return queue;
  }
}
