import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A job that a committed move asks for. The queue only carries a reminder of this row; `doneAt` is the truth. */
@Entity('outbox_messages')
@Index('ix_outbox_messages_undone', ['dueAt'], { where: 'done_at IS NULL' })
export class OutboxMessage {
  /** Also the job's id in the queue. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'pk_outbox_messages' })
  id: string;

  /** The job's kind, as in the catalogue. */
  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  queue: string;

  /** Ids, never objects. */
  @Column({ type: 'jsonb' })
  payload: Record<string, unknown>;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  /** Set in the same transaction as the job's effect: a second run finds it and does nothing. */
  @Column({ type: 'timestamptz', name: 'done_at', nullable: true })
  doneAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError: string | null;

  /** Given up after the last attempt, or discarded by an administrator with a reason. */
  @Column({ type: 'timestamptz', name: 'failed_at', nullable: true })
  failedAt: Date | null;
}
