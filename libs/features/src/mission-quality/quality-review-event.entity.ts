import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type QualitySection } from '#domain/mission-quality/quality-section.js';
import { QualityReview } from './quality-review.entity.js';

export type QualityReviewAction = 'start' | 'add' | 'change' | 'remove' | 'publish' | 'load';

/** Who did what to a version of a review. */
@Entity('quality_review_events', { comment: 'append-only: who wrote what in quality reviews' })
export class QualityReviewEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => QualityReview, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<QualityReview>;

  @Column({ type: 'text' })
  action: QualityReviewAction;

  @Column({ type: 'text', nullable: true })
  section: QualitySection | null;

  /** What was written, field by field; null where the move writes nothing. */
  @Column({ type: 'jsonb', nullable: true })
  values: Record<string, string> | null;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
