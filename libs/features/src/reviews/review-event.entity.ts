import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Review } from './review.entity.js';

/** What happens to a review inside the council, beside the moves of its submission. */
export type ReviewEventAction = 'hand-on' | 'return' | 'propose' | 'confirm' | 'refuse' | 'take-back' | 'withdraw-question' | 'remind';

/** One of them: who, from whom to whom, and why. */
@Entity('review_events', { comment: 'append-only: what happened to a review inside the council' })
export class ReviewEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order, over all reviews. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => Review, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<Review>;

  @Column({ type: 'text' })
  action: ReviewEventAction;

  /** Null where Waymark itself did it. */
  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  /** Who held the review before. */
  @Column({ type: 'uuid', name: 'from_id', nullable: true })
  fromId: string | null;

  /** Who holds it now, or was told. */
  @Column({ type: 'uuid', name: 'to_id', nullable: true })
  toId: string | null;

  @Column({ type: 'text', name: 'to_name', nullable: true })
  toName: string | null;

  /** '' where none is asked for. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
