import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { LOGGER } from '#platform/logging/logging.module.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { JobCatalogue } from './job-catalogue.js';
import { JobQueues } from './job-queues.js';
import { type QueueName } from './queues.js';

const EVERY_MS = 60_000;
/** Younger rows are most likely still on their way from the process that committed them. */
const GRACE_MS = 5_000;

/**
 * Brings to the queue what the tables say is undone: rows whose process died between commit and queue, and rows whose
 * job the queue lost. Adding a job that is still there changes nothing, since the row's id is the job's.
 */
@Injectable()
export class OutboxSweep {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly queues: JobQueues,
    private readonly catalogue: JobCatalogue,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    await this.sweep(0);
    this.timer = setInterval(() => {
      this.sweep(GRACE_MS).catch((error: unknown) => this.logger.warn({ err: error }, 'sweep failed; the next one tries again'));
    }, EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** @returns how many rows it reminded the queue of. */
  async sweep(graceMs: number): Promise<number> {
    const before = new Date(this.clock.now().getTime() - graceMs);
    const rows = await this.dataSource
      .getRepository(OutboxMessage)
      .createQueryBuilder('message')
      .where('message.doneAt IS NULL AND message.failedAt IS NULL AND message.dueAt <= :before', { before })
      .orderBy('message.dueAt')
      .limit(1000)
      .getMany();
    for (const row of rows) {
      const kind = this.catalogue.all().get(row.kind)?.kind;
      if (kind) await this.queues.remind(row.id, row.kind, row.queue as QueueName, kind.attempts, row.dueAt);
    }
    return rows.length;
  }
}
