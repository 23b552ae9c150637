import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { type Verdict } from '#domain/judgements/verdict.js';
import { Target, type TargetDefinition } from '#features/missions/target.entity.js';
import { InterimReview } from './interim-review.entity.js';

/** An interim target of a review, with what it asked for on its date: a later reset changes nothing about it. */
@Entity('interim_review_targets')
@Unique(['reviewId', 'targetId'])
export class InterimReviewTarget {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => InterimReview, (review) => review.targets, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<InterimReview>;

  @Column({ type: 'uuid', name: 'target_id' })
  targetId: string;

  @ManyToOne(() => Target, { nullable: false })
  @JoinColumn({ name: 'target_id' })
  target: Relation<Target>;

  @Column({ type: 'text' })
  period: string;

  /** In the terms of the rule. */
  @Column({ type: 'double precision' })
  value: number;

  @Column({ type: 'jsonb' })
  definition: TargetDefinition;

  /** The first day on which it waited for its figure. */
  @Column({ type: 'date', name: 'waiting_since' })
  waitingSince: string;

  /** When its figure may be expected, by the delay of the release that decides the target; null where that is not known. */
  @Column({ type: 'date', name: 'expected_on', nullable: true })
  expectedOn: string | null;

  /** How many releases of its metric had been looked at when it was looked for last. */
  @Column({ type: 'integer', name: 'releases_seen', default: 0 })
  releasesSeen: number;

  @Column({ type: 'text', nullable: true })
  outcome: 'met' | 'missed' | null;

  @Column({ type: 'text', nullable: true })
  sentence: string | null;

  /** How the target itself stood by that release. */
  @Column({ type: 'text', nullable: true })
  verdict: Verdict | null;

  @Column({ type: 'text', name: 'verdict_sentence', nullable: true })
  verdictSentence: string | null;

  /** The release whose figure decided. */
  @Column({ type: 'integer', name: 'release_id', nullable: true })
  releaseId: number | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
