import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { LOGGER } from '#platform/logging/logging.module.js';
import { OutboxMessage } from '#platform/outbox/outbox-message.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { JobCatalogue } from './job-catalogue.js';
import { type JobOutcome, type JobRun } from './job-handler.js';

/** Thrown inside the effect's transaction when another run was faster: rolls everything back, audit line included. */
class AlreadyDone extends Error {}

/** Thrown to leave the transaction without a trace when a handler found nothing to do. */
class NothingToDo extends Error {}

/** Does one outbox row: at-least-once from the queue becomes once in the database. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly catalogue: JobCatalogue,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns 'skipped' when the row is gone, done already, or its handler found nothing to do. */
  async run(outboxId: string, attempt: number): Promise<JobOutcome> {
    const rows = this.dataSource.getRepository(OutboxMessage);
    const row = await rows.findOneBy({ id: outboxId });
    if (!row || row.doneAt || row.failedAt) return 'skipped';
    const job = this.catalogue.all().get(row.kind);
    if (!job) throw new Error(`No handler for the job ${row.kind}`);
    const run: JobRun = { id: row.id, attempt };
    try {
      const outside = (await job.handler.outside?.(row.payload, run)) ?? 'done';
      return await this.effect(job.handler, row, run, outside);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const givenUp = attempt >= job.kind.attempts;
      await rows.update({ id: row.id }, { attempts: () => 'attempts + 1', lastError: message.slice(0, 2000), ...(givenUp ? { failedAt: this.clock.now() } : {}) });
      this.logger.warn({ err: error, job: row.kind, outboxId, attempt, givenUp }, 'job failed');
      throw error;
    }
  }

  private async effect(
    handler: { effect?: (payload: object, transaction: never, run: JobRun) => Promise<JobOutcome>; auditEvent: string },
    row: OutboxMessage,
    run: JobRun,
    outside: JobOutcome,
  ): Promise<JobOutcome> {
    if (outside === 'skipped') {
      await this.markDone(row.id);
      return 'skipped';
    }
    try {
      return await this.unitOfWork.run(
        { actor: `job:${row.kind}`, event: handler.auditEvent, subject: `outbox:${row.id}`, facts: row.payload },
        async (transaction) => {
          const claimed = await transaction
            .repository(OutboxMessage)
            .createQueryBuilder()
            .update()
            .set({ doneAt: transaction.now, attempts: () => 'attempts + 1', lastError: null })
            .where('id = :id AND done_at IS NULL', { id: row.id })
            .execute();
          if (claimed.affected === 0) throw new AlreadyDone();
          const outcome = (await handler.effect?.(row.payload, transaction as never, run)) ?? 'done';
          if (outcome === 'skipped') throw new NothingToDo();
          return outcome;
        },
      );
    } catch (error) {
      if (error instanceof AlreadyDone) return 'skipped';
      if (!(error instanceof NothingToDo)) throw error;
      await this.markDone(row.id);
      return 'skipped';
    }
  }

  private async markDone(id: string): Promise<void> {
    await this.dataSource.getRepository(OutboxMessage).update({ id }, { doneAt: this.clock.now() });
  }
}
