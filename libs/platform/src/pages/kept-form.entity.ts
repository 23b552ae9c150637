import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A form that was sent after its session had ended: given back to whoever typed it, once, in the browser that sent it. */
@Entity('kept_forms')
@Index('ix_kept_forms_expires_at', ['expiresAt'])
export class KeptForm {
  /** SHA-256 in hex of the token that the browser holds. */
  @PrimaryColumn({ type: 'text', name: 'token_hash', primaryKeyConstraintName: 'pk_kept_forms' })
  tokenHash: string;

  /** Who typed it, by the seal within the form. */
  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  /** Address of the page that showed the form. */
  @Column({ type: 'text' })
  page: string;

  /** What was typed, as JSON, locked with the browser's token: nobody reads it in this table. */
  @Column({ type: 'bytea', name: 'sealed_fields' })
  sealedFields: Buffer;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
}
