import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type JobKind } from './job-kind.js';

export const JOB_HANDLER = Symbol('job handler');

/** How a handler is run. */
export interface JobRun {
  /** The outbox row's id: stable over every retry of the same job. */
  readonly id: string;
  readonly attempt: number;
}

/** What a handler says when its subject is gone or the work was already done. */
export type JobOutcome = 'done' | 'skipped';

/**
 * Does one kind of job. `effect` runs in a transaction that also marks the outbox row done, so a job that is delivered
 * twice has its effect once. Work that leaves the process (mail) goes into `outside`, which runs before `effect` with
 * no transaction open and must carry its own stable reference.
 */
export interface JobHandler<Payload extends object> {
  /** Return 'skipped' when there is nothing left to do; the row is then marked done without `effect`. */
  outside?(payload: Payload, run: JobRun): Promise<JobOutcome>;
  effect?(payload: Payload, transaction: Transaction, run: JobRun): Promise<JobOutcome>;
  /** The event's name in the audit chain; a job without one leaves its audit to the services that it calls. */
  readonly auditEvent: string;
}

/** Marks a provider as the handler of a job kind; the worker refuses to start on a kind with none or two. */
export const HandlesJob = <Payload extends object>(kind: JobKind<Payload>): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(JOB_HANDLER, kind)) as ClassDecorator;
