import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What is changed in place and shown to everybody. */
export type EnteredKind = 'framework' | 'mission' | 'metric';

/** A framework, a mission with its targets and leads, or a metric, whole, as it was entered; the database writes a row at every change. */
@Entity('entered_records', { comment: 'append-only: frameworks, missions and metrics as they were entered' })
@Index(['kind', 'subject', 'id'])
export class EnteredRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'text' })
  kind: EnteredKind;

  /** The id of the row that it is of; stays where that one goes. */
  @Column({ type: 'text' })
  subject: string;

  /** The row, by the names of its columns. */
  @Column({ type: 'jsonb' })
  content: Record<string, unknown>;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;
}
