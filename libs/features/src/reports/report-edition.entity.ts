import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Report } from './report.entity.js';

/** A published edition, frozen: the very bytes that its checksum is over. */
@Entity('report_editions', { comment: 'append-only: every published edition' })
@Unique(['reportId', 'number'])
export class ReportEdition {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'report_id' })
  reportId: string;

  @ManyToOne(() => Report, { nullable: false })
  @JoinColumn({ name: 'report_id' })
  report: Relation<Report>;

  /** From 1. */
  @Column({ type: 'integer' })
  number: number;

  /** Canonical JSON of an `EditionDocument`. Text and not `jsonb`, which would not keep the bytes. */
  @Column({ type: 'text' })
  body: string;

  /** SHA-256 of the body in UTF-8, hex. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date;
}
