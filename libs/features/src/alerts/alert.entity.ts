import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type AlertKind, type AlertStatus } from '#domain/alerts/alert-status.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** An action of a recovery plan: without the release that will show its effect it cannot be accepted. */
export interface PlannedAction {
  action: string;
  owner: string;
  dueOn: string;
  expectedEffect: string;
  releaseThatShows: string;
}

/** Off track has a cost: somebody must answer, in public, by a date. */
@Entity('alerts')
@Check('ck_alerts_one_ground', 'num_nonnulls(judgement_id, data_gap_id) = 1')
export class Alert {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'text' })
  kind: AlertKind;

  /** Once per change of state: `<kind>:<subject>:<judgement that changed it, or date needed that passed>`. */
  @Column({ type: 'text', name: 'dedupe_key', unique: true })
  dedupeKey: string;

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

  @Column({ type: 'uuid', name: 'judgement_id', nullable: true })
  judgementId: string | null;

  @ManyToOne(() => Judgement, { nullable: true })
  @JoinColumn({ name: 'judgement_id' })
  judgement: Relation<Judgement> | null;

  /** The overdue gap that it was raised on, where it was not a judgement. */
  @Column({ type: 'uuid', name: 'data_gap_id', nullable: true })
  dataGapId: string | null;

  @ManyToOne(() => DataGap, { nullable: true })
  @JoinColumn({ name: 'data_gap_id' })
  dataGap: Relation<DataGap> | null;

  /** The department that must answer: the lead, or null in a vacancy. */
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation> | null;

  /** What happened, in one sentence. */
  @Column({ type: 'text' })
  sentence: string;

  @Column({ type: 'text' })
  status: AlertStatus;

  @Column({ type: 'timestamptz', name: 'raised_at' })
  raisedAt: Date;

  @Column({ type: 'date', name: 'response_due_on' })
  responseDueOn: string;

  /** The named owner, from the acknowledgement. */
  @Column({ type: 'text', name: 'owner_name', nullable: true })
  ownerName: string | null;

  @Column({ type: 'text', name: 'owner_job', nullable: true })
  ownerJob: string | null;

  @Column({ type: 'text', name: 'plan_summary', nullable: true })
  planSummary: string | null;

  @Column({ type: 'jsonb', name: 'plan_actions', default: () => `'[]'` })
  planActions: PlannedAction[];

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
