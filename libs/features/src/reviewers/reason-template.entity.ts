import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** A reason that reviewers give often, as it stands now. Its earlier words are in its versions; it is retired, never deleted. */
@Entity('reason_templates')
export class ReasonTemplate {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  title: string;

  /** The key of the section that it is for; null for any. */
  @Column({ type: 'text', nullable: true })
  section: string | null;

  @Column({ type: 'text' })
  text: string;

  /** Number of the version that stands. */
  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz', name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
