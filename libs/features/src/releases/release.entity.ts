import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A file of figures as published: its checksum, its counts, who loaded it when. Only its hour is moved, while it is under embargo. */
@Entity('releases')
export class Release {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  /** SHA-256 of the file's bytes: the same file again changes nothing. */
  @Column({ type: 'text', unique: true })
  checksum: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName: string;

  @Column({ type: 'text' })
  publisher: string;

  /** The day of `publishedAt` in London. */
  @Column({ type: 'date', name: 'published_on', nullable: true })
  publishedOn: string | null;

  /** Date and hour from which it may be shown, judged and mailed about; null: from its import. */
  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** When its hour had come and the missions were judged by it; null until then. */
  @Column({ type: 'timestamptz', name: 'announced_at', nullable: true })
  announcedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt: Date;

  @Column({ type: 'text', name: 'imported_by' })
  importedBy: string;

  @Column({ type: 'integer', name: 'rows_read' })
  rowsRead: number;

  @Column({ type: 'integer', name: 'rows_with_value' })
  rowsWithValue: number;

  /** Rows with a blank value and a status: kept, and never zero. */
  @Column({ type: 'integer', name: 'rows_missing' })
  rowsMissing: number;

  /** Rows at fault that were left out, as whoever loaded it has accepted. */
  @Column({ type: 'integer', name: 'rows_rejected', default: 0 })
  rowsRejected: number;

  /** Codes that were not in the area register. */
  @Column({ type: 'text', array: true, name: 'unconfirmed_areas' })
  unconfirmedAreas: string[];
}
