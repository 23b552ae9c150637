import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type QualitySection } from '#domain/mission-quality/quality-section.js';
import { QualityReview } from './quality-review.entity.js';

/** One finding of a version, signed by who wrote it; a later version takes it over with its signature until somebody changes it. */
@Entity('quality_findings')
export class QualityFindingRow {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => QualityReview, (review) => review.findings, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<QualityReview>;

  @Column({ type: 'text' })
  section: QualitySection;

  /** Order within the section. */
  @Column({ type: 'integer' })
  position: number;

  /** What was written in each field (`FINDING_FIELDS`). */
  @Column({ type: 'jsonb' })
  values: Record<string, string>;

  /** Pages of its source: "18, 7". */
  @Column({ type: 'text', nullable: true })
  pages: string | null;

  @Column({ type: 'uuid', name: 'written_by', nullable: true })
  writtenBy: string | null;

  @Column({ type: 'text', name: 'writer_name' })
  writerName: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;
}
