import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed-in person's or a form's session, kept on the server by connect-pg-simple. */
@Entity('sessions')
@Index('ix_sessions_expire', ['expire'])
export class SessionRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_sessions' })
  sid: string;

  @Column({ type: 'jsonb' })
  sess: Record<string, unknown>;

  @Column({ type: 'timestamptz' })
  expire: Date;
}
