import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A set of missions with its own dates, e.g. the levelling up missions of 2022. */
@Entity('frameworks')
export class Framework {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  slug: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  summary: string;

  @Column({ type: 'text' })
  source: string;

  /** The day the targets were set. */
  @Column({ type: 'date', name: 'published_on' })
  publishedOn: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn: string;

  @Column({ type: 'date', name: 'ends_on' })
  endsOn: string;

  /** Who owes the statutory report, and by which law. */
  @Column({ type: 'jsonb', name: 'report_duty', nullable: true })
  reportDuty: { owedBy: string; basis: string } | null;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  objectives: { slug: string; title: string }[];

  /** SHA-256 of the file it was loaded from: the same file again changes nothing. */
  @Column({ type: 'text', name: 'file_checksum' })
  fileChecksum: string;

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt: Date;

  /** When it was closed, for good; null while it runs. Set by its closing alone. */
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
