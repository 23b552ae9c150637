import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One line of the audit chain. `hash` is SHA-256 over the previous line's hash and this line's canonical JSON, so a
 * changed or missing line shows. The hash covers ids only: no name, address or words of a person.
 */
@Entity('audit_entries', { comment: 'append-only: the hash chain of everything that happened' })
export class AuditEntry {
  /** Position in the chain, without gaps, from 1. */
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_audit_entries' })
  position: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  /** Who: `user:<id>`, `token:<id>`, `job:<name>`, `command:<name>` or `visitor`. */
  @Column({ type: 'text' })
  actor: string;

  /** What happened, e.g. `EVIDENCE_RETURN_SUBMITTED`. */
  @Column({ type: 'text' })
  event: string;

  /** On what: `<noun>:<id>`. */
  @Column({ type: 'text' })
  subject: string;

  /** Facts of the event: states, numbers, ids, codes of reasons. */
  @Column({ type: 'jsonb' })
  facts: Record<string, unknown>;

  @Column({ type: 'text', name: 'previous_hash' })
  previousHash: string;

  @Column({ type: 'text' })
  hash: string;
}
