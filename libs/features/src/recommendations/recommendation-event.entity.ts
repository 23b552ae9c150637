import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type RecommendationAction, type RecommendationState } from '#domain/recommendations/recommendation-status.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Recommendation } from './recommendation.entity.js';

export type RecommendationEventAction = RecommendationAction | 'make' | 'readdress' | 'progress' | 'remind' | 'mark-overdue' | 'remind-promise' | 'mark-promise-overdue';

/** One line of a recommendation's public timeline. */
@Entity('recommendation_events', { comment: 'append-only: the timeline of every recommendation' })
export class RecommendationEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all recommendations. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'recommendation_id' })
  recommendationId: string;

  @ManyToOne(() => Recommendation, { nullable: false })
  @JoinColumn({ name: 'recommendation_id' })
  recommendation: Relation<Recommendation>;

  @Column({ type: 'text' })
  action: RecommendationEventAction;

  @Column({ type: 'text', name: 'to_state' })
  toState: RecommendationState;

  /** Who was to answer when it happened. */
  @Column({ type: 'uuid', name: 'addressee_id' })
  addresseeId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'addressee_id' })
  addressee: Relation<Organisation>;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
