import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type InterimReviewState, type Recommendation } from '#domain/interim-reviews/interim-review-workflow.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type InterimReviewTarget } from './interim-review-target.entity.js';

/** What is asked of everybody when the date of a mission's interim targets has passed. One a mission and date. */
@Entity('interim_reviews')
@Unique(['missionId', 'interimOn'])
export class InterimReview {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  /** The last day of the interim targets' period. */
  @Column({ type: 'date', name: 'interim_on' })
  interimOn: string;

  @Column({ type: 'text' })
  state: InterimReviewState;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  /** When the last of its targets had its figure. */
  @Column({ type: 'timestamptz', name: 'figures_in_at', nullable: true })
  figuresInAt: Date | null;

  /** By when the lead department says what perverse and unintended effects there are. */
  @Column({ type: 'date', name: 'effects_due_on' })
  effectsDueOn: string;

  @Column({ type: 'date', name: 'effects_remind_on' })
  effectsRemindOn: string;

  @Column({ type: 'timestamptz', name: 'reminded_at', nullable: true })
  remindedAt: Date | null;

  /** When its day had passed without an answer; it stays, whatever comes later. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  @Column({ type: 'text', name: 'effects_text', nullable: true })
  effectsText: string | null;

  @Column({ type: 'uuid', name: 'effects_by', nullable: true })
  effectsBy: string | null;

  /** Name and office. */
  @Column({ type: 'text', name: 'effects_office', nullable: true })
  effectsOffice: string | null;

  @Column({ type: 'timestamptz', name: 'effects_at', nullable: true })
  effectsAt: Date | null;

  @Column({ type: 'text', nullable: true })
  recommendation: Recommendation | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'text', name: 'decided_by_name', nullable: true })
  decidedByName: string | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @OneToMany('InterimReviewTarget', 'review')
  targets: Relation<InterimReviewTarget[]>;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
