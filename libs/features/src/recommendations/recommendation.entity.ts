import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type RecommendationSourceKind, type RecommendationState } from '#domain/recommendations/recommendation-status.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** What the council recommends to an organisation, and what becomes of it. Public from the day that it is made. */
@Entity('recommendations')
export class Recommendation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'text', name: 'source_kind' })
  sourceKind: RecommendationSourceKind;

  /** Of what it comes from: `IN-2026-7K3D`. */
  @Index()
  @Column({ type: 'text', name: 'source_reference' })
  sourceReference: string;

  /** Where that stands on this site. */
  @Column({ type: 'text', name: 'source_path' })
  sourcePath: string;

  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  /** Who is to answer. It stays with them when a mission changes its lead; the council alone gives it to another. */
  @Index()
  @Column({ type: 'uuid', name: 'addressee_id' })
  addresseeId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'addressee_id' })
  addressee: Relation<Organisation>;

  @Column({ type: 'text' })
  text: string;

  /** Working days in which it is to be answered: counted anew when another is to answer. */
  @Column({ type: 'integer', name: 'answer_days' })
  answerDays: number;

  @Column({ type: 'date', name: 'answer_due_on' })
  answerDueOn: string;

  @Column({ type: 'text' })
  state: RecommendationState;

  @Column({ type: 'uuid', name: 'made_by' })
  madeBy: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;

  /** The addressee's words. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  /** What will be done, and by when; null where it is not accepted. */
  @Column({ type: 'text', nullable: true })
  promise: string | null;

  @Column({ type: 'date', name: 'promised_on', nullable: true })
  promisedOn: string | null;

  @Column({ type: 'uuid', name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** Why the council says that it is done or not done, or has withdrawn it. */
  @Column({ type: 'text', name: 'end_reason', nullable: true })
  endReason: string | null;

  /** How it was shown. */
  @Column({ type: 'text', nullable: true })
  shown: string | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Working days before the due date, first of the answer and then of the promise, of the last reminder. */
  @Column({ type: 'integer', name: 'reminded_before', nullable: true })
  remindedBefore: number | null;

  /** When the answer was marked overdue. The mark stays, with the one who was to answer. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  /** When what was promised was marked overdue. The mark stays. */
  @Column({ type: 'timestamptz', name: 'promise_overdue_at', nullable: true })
  promiseOverdueAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
