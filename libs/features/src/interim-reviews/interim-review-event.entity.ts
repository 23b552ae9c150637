import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { InterimReview } from './interim-review.entity.js';

export type InterimReviewEventAction = 'open' | 'remind' | 'overdue' | 'target-decided' | 'figures-in' | 'answer' | 'council-effects' | 'decide' | 'reset' | 'replace';

/** One line of a review's public timeline. */
@Entity('interim_review_events', { comment: 'append-only: the history of every interim review' })
export class InterimReviewEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => InterimReview, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<InterimReview>;

  @Column({ type: 'text' })
  action: InterimReviewEventAction;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  /** `Waymark` for the system. */
  @Column({ type: 'text', name: 'actor_office' })
  actorOffice: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
