import { Column, Entity, Index, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type DataGapKind, type DataGapState } from '#domain/data-gaps/data-gap-kind.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type DataGapTarget } from './data-gap-target.entity.js';

/** What the figures of a metric lack for some areas, whose it is to mend, how and by when. */
@Entity('data_gaps')
@Index('uq_data_gaps_standing', ['metricId', 'geography', 'kind'], { unique: true, where: 'figures_came_at IS NULL' })
export class DataGap {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'integer', name: 'metric_id' })
  metricId: number;

  @ManyToOne(() => Metric, { nullable: false })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric>;

  /** The areas as one text: `E92000001`, `every ltla of England`. */
  @Column({ type: 'text' })
  geography: string;

  @Column({ type: 'text', name: 'geography_name' })
  geographyName: string;

  @Column({ type: 'text' })
  kind: DataGapKind;

  /** What is lacking, in one sentence, as last seen. */
  @Column({ type: 'text' })
  sentence: string;

  /** The mission that needs the figures; of several the first by number, of a framework that runs before any that is closed. */
  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  @OneToMany('DataGapTarget', 'gap')
  targets: Relation<DataGapTarget[]>;

  /** Whose it is, where somebody has said so; else the department that leads the mission. */
  @Column({ type: 'uuid', name: 'owner_id', nullable: true })
  ownerId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'owner_id' })
  owner: Relation<Organisation> | null;

  @Column({ type: 'text', name: 'owner_person', nullable: true })
  ownerPerson: string | null;

  @Column({ type: 'text', nullable: true })
  plan: string | null;

  /** Money or people set aside. */
  @Column({ type: 'text', nullable: true })
  resource: string | null;

  @Column({ type: 'date', name: 'date_needed' })
  dateNeeded: string;

  @Column({ type: 'text' })
  state: DataGapState;

  /** Why it was closed, or is not to be. */
  @Column({ type: 'text', name: 'state_reason', nullable: true })
  stateReason: string | null;

  /** The judgement that it was first seen by; null where no target is judged by the metric. */
  @Column({ type: 'uuid', name: 'opened_by_judgement_id', nullable: true })
  openedByJudgementId: string | null;

  @ManyToOne(() => Judgement, { nullable: true })
  @JoinColumn({ name: 'opened_by_judgement_id' })
  openedByJudgement: Relation<Judgement> | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at' })
  lastSeenAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** When its cause was gone. A gap that somebody has closed is not opened again while the cause stands. */
  @Column({ type: 'timestamptz', name: 'figures_came_at', nullable: true })
  figuresCameAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
