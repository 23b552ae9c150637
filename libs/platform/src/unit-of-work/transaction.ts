import { randomUUID } from 'node:crypto';
import { type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';
import { type AuditRecord } from '#platform/audit/audit-chain.js';
import { type JobKind } from '#platform/queue/job-kind.js';

/** A job that waits for its commit. */
export interface PendingJob {
  id: string;
  kind: JobKind<object>;
  payload: Record<string, unknown>;
  dueAt: Date;
}

/** The open transaction of a unit of work: repositories, outbox and audit all come from here, so nothing can be outside it. */
export class Transaction {
  readonly pendingJobs: PendingJob[] = [];

  constructor(
    readonly manager: EntityManager,
    /** Business time of this move, one instant for all that it writes. */
    readonly now: Date,
    readonly audit: AuditRecord,
  ) {}

  repository<Row extends ObjectLiteral>(entity: EntityTarget<Row>): Repository<Row> {
    return this.manager.getRepository(entity);
  }

  /** Adds what became known during the move (the new reference, the states) to its audit line. */
  describe(facts: Record<string, unknown>, subject?: string): void {
    Object.assign(this.audit.facts, facts);
    if (subject) this.audit.subject = subject;
  }

  /** Writes a job to the outbox; it reaches the queue after the commit. Returns the id that job and effect share. */
  async enqueue<Payload extends object>(kind: JobKind<Payload>, payload: Payload, dueAt: Date = this.now): Promise<string> {
    const id = randomUUID();
    await this.manager.query(
      `INSERT INTO outbox_messages (id, kind, queue, payload, created_at, due_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, kind.name, kind.queue, payload, this.now, dueAt],
    );
    this.pendingJobs.push({ id, kind: kind as JobKind<object>, payload: payload as Record<string, unknown>, dueAt });
    return id;
  }
}
