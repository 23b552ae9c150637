import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';

/** Whose judgement it is: three stand side by side and are never merged. */
export type JudgementKind = 'computed' | 'department' | 'council';

/**
 * One judgement, at one time, with its reason. Computed ones are of a target, a department's and the council's of a mission
 * or a target. The latest of a kind stands; all are kept.
 */
@Entity('judgements', { comment: 'append-only: every judgement ever given' })
@Index(['targetId', 'kind', 'sequence'])
@Index(['missionId', 'kind', 'sequence'])
@Index('ix_judgements_triggered_by_release', ['triggeredByRelease'], { where: 'triggered_by_release IS NOT NULL' })
@Index('uq_judgements_department_version', ['submissionVersionId'], { unique: true, where: `kind = 'department'` })
export class Judgement {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of giving, over all judgements. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Column({ type: 'text' })
  kind: JudgementKind;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  @Column({ type: 'uuid', name: 'target_id', nullable: true })
  targetId: string | null;

  @ManyToOne(() => Target, { nullable: true })
  @JoinColumn({ name: 'target_id' })
  target: Relation<Target> | null;

  /** The word of a computed or a council's judgement. */
  @Column({ type: 'text', nullable: true })
  verdict: Verdict | null;

  /** The word that the mission ranks this target by, where it differs (see `ComputedJudgement.countsAs`). */
  @Column({ type: 'text', name: 'counts_as', nullable: true })
  countsAs: Verdict | null;

  /** A department's rating of the likelihood, on five points. */
  @Column({ type: 'text', nullable: true })
  rating: DeliveryRating | null;

  /** Why, in one sentence of plain English. */
  @Column({ type: 'text' })
  sentence: string;

  @Column({ type: 'text', nullable: true })
  method: string | null;

  @Column({ type: 'text', name: 'method_version', nullable: true })
  methodVersion: string | null;

  /** The numbers that the verdict is made of. */
  @Column({ type: 'jsonb' })
  components: Record<string, unknown>;

  /** Keys of the cells used, to be read back and never copied. */
  @Column({ type: 'text', array: true })
  inputs: string[];

  /** Releases that the cells came from. */
  @Column({ type: 'integer', array: true, name: 'release_ids' })
  releaseIds: number[];

  /** Why it changed: new-period, passed-date, revision, method, target, first, acceptance, unresolved, council. */
  @Column({ type: 'text' })
  cause: string;

  /** The evidence behind it: a submission's version, for a department's. */
  @Column({ type: 'uuid', name: 'submission_version_id', nullable: true })
  submissionVersionId: string | null;

  @Column({ type: 'uuid', name: 'given_by', nullable: true })
  givenBy: string | null;

  /** The decision that the council's rests on; null where a member gave it for the council. */
  @Column({ type: 'uuid', name: 'council_decision_id', nullable: true })
  councilDecisionId: string | null;

  @ManyToOne(() => CouncilDecision, { nullable: true })
  @JoinColumn({ name: 'council_decision_id' })
  councilDecision: Relation<CouncilDecision> | null;

  /** The release whose arrival brought it about, where one did. */
  @Column({ type: 'integer', name: 'triggered_by_release', nullable: true })
  triggeredByRelease: number | null;

  @Column({ type: 'timestamptz', name: 'given_at' })
  givenAt: Date;

  /** The day for which it holds: figures and dates up to here. */
  @Column({ type: 'date', name: 'as_of' })
  asOf: string;
}
