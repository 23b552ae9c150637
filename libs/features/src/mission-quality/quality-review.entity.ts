import { Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { type QualityFindingRow } from './quality-finding.entity.js';

/** Whose work a review is that was loaded from a file and not written by the council. */
export interface ReviewSource {
  author: string;
  title: string;
  /** ISO date. */
  publishedOn: string;
}

/** A version of the council's review of a mission: a draft, and for ever once it is published. */
@Entity('quality_reviews')
@Index('uq_quality_reviews_number', ['missionId', 'number'], { unique: true, where: 'number IS NOT NULL' })
@Index('uq_quality_reviews_draft', ['missionId'], { unique: true, where: `status = 'draft' AND source IS NULL` })
export class QualityReview {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  /** 1 and up within its mission, from its publication. */
  @Column({ type: 'integer', nullable: true })
  number: number | null;

  @Column({ type: 'text' })
  status: 'draft' | 'published';

  /** Null where the council has written it. */
  @Column({ type: 'jsonb', nullable: true })
  source: ReviewSource | null;

  /** SHA-256 of the file that it was loaded from. */
  @Column({ type: 'text', name: 'file_checksum', nullable: true })
  fileChecksum: string | null;

  /** The day from which it holds: of its publication, or of its source's. */
  @Column({ type: 'date', name: 'effective_on', nullable: true })
  effectiveOn: string | null;

  /** Who changed it last; null where it was loaded from a file. */
  @Column({ type: 'uuid', name: 'edited_by', nullable: true })
  editedBy: string | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt: Date;

  @Column({ type: 'uuid', name: 'published_by', nullable: true })
  publishedBy: string | null;

  @Column({ type: 'text', name: 'publisher_name', nullable: true })
  publisherName: string | null;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @OneToMany('QualityFindingRow', 'review')
  findings: Relation<QualityFindingRow[]>;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
