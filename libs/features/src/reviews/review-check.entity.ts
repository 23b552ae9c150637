import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { type CheckKind, type CheckOutcome } from '#domain/reviews/review-check.js';
import { Review } from './review.entity.js';

/** What a check run as a job found, for the reviewer to see. */
@Entity('review_checks')
@Unique(['reviewId', 'kind'])
export class ReviewCheck {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => Review, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<Review>;

  @Column({ type: 'text' })
  kind: CheckKind;

  @Column({ type: 'text' })
  outcome: CheckOutcome;

  /** Plain sentences, one a finding. */
  @Column({ type: 'text', array: true })
  findings: string[];

  @Column({ type: 'timestamptz', name: 'ran_at' })
  ranAt: Date;
}
