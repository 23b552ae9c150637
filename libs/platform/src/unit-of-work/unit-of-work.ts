import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { appendToChain, type AuditRecord } from '#platform/audit/audit-chain.js';
import { Clock } from '#platform/clock/clock.js';
import { type PendingJob, Transaction } from './transaction.js';

/** Takes committed jobs to the queue; a failure here loses nothing, for the sweep finds the rows. */
export interface CommittedJobs {
  relay(jobs: PendingJob[]): Promise<void>;
}

/** Token of the relay; a process without a queue has none and leaves the rows to the worker's sweep. */
export const COMMITTED_JOBS = Symbol('committed jobs');

/** Who moves what: becomes the audit line. */
export interface Move {
  actor: string;
  event: string;
  subject: string;
  facts?: Record<string, unknown>;
}

/**
 * One move, one transaction: state, event rows, outbox rows and, as the last statement before the commit, the audit line.
 * Mail and jobs go after the commit.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Optional() @Inject(COMMITTED_JOBS) private readonly committedJobs?: CommittedJobs,
  ) {}

  async run<Result>(move: Move, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const audit: AuditRecord = { ...move, facts: { ...move.facts } };
    const { result, jobs } = await this.dataSource.transaction(async (manager) => {
      // guards of the database ask who acts
      await manager.query(`SELECT set_config('waymark.actor', $1, true)`, [move.actor]);
      const transaction = new Transaction(manager, this.clock.now(), audit);
      const result = await work(transaction);
      await appendToChain(manager, audit, transaction.now);
      return { result, jobs: transaction.pendingJobs };
    });
    if (jobs.length > 0) await this.committedJobs?.relay(jobs);
    return result;
  }

  /** Writes down that something was read: an audit line and nothing else. */
  async note(move: Move): Promise<void> {
    await appendToChain(this.dataSource.manager, { ...move, facts: { ...move.facts } }, this.clock.now());
  }

  /** Reads on one connection without opening a move: nothing is audited because nothing changes. */
  get reader(): DataSource['manager'] {
    return this.dataSource.manager;
  }
}
