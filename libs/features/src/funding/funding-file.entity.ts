import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A file of awards as published: its checksum, who loaded it when. Nothing in it is ever overwritten. */
@Entity('funding_files', { comment: 'append-only: files of awards as published' })
export class FundingFile {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  /** SHA-256 of the file's bytes: the same file again changes nothing. */
  @Column({ type: 'text', unique: true })
  checksum: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName: string;

  /** How the file was read: see `funding-layouts.ts`. */
  @Column({ type: 'text' })
  layout: string;

  /** Awards in it. */
  @Column({ type: 'integer' })
  rows: number;

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt: Date;

  @Column({ type: 'text', name: 'imported_by' })
  importedBy: string;
}
