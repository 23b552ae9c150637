import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Metric } from '#features/metrics/metric.entity.js';
import { Mission } from './mission.entity.js';

/** A rule as in the framework file; which fields it has depends on its kind. */
export interface TargetRuleData {
  kind: string;
  [field: string]: unknown;
}

/** One area by its GSS code, the sum of some, or every area of some levels with how many there should be. */
export type TargetAreas = { one: string } | { sum: string[]; name: string } | { every: string[]; expected: number; country?: string };

export interface TargetBaseline {
  period: string;
  reason: string;
}

export interface TargetDecision {
  period: string;
  releaseExpected: string;
  note?: string;
}

export type TargetMilestone = { note?: string } & ({ period: string; kind: 'derived' } | { period: string; kind: 'interim-target'; value: number });

/** What a target asks for: all that a verdict hangs on but the figures. */
export interface TargetDefinition {
  /** Slug. */
  metric: string | null;
  method: string | null;
  rule: TargetRuleData;
  areas: TargetAreas | null;
  baseline: TargetBaseline | null;
  decides: TargetDecision | null;
  milestones: TargetMilestone[];
}

/** A dated target of a mission, as a rule over a metric. */
@Entity('targets')
@Unique(['missionId', 'slug'])
export class Target {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, (mission) => mission.targets, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', name: 'clause_key' })
  clauseKey: string;

  @Column({ type: 'integer', name: 'metric_id', nullable: true })
  metricId: number | null;

  @ManyToOne(() => Metric, { nullable: true })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric> | null;

  @Column({ type: 'text' })
  role: 'headline' | 'supporting';

  @Column({ type: 'jsonb' })
  rule: TargetRuleData;

  @Column({ type: 'jsonb', nullable: true })
  areas: TargetAreas | null;

  @Column({ type: 'jsonb', nullable: true })
  baseline: TargetBaseline | null;

  @Column({ type: 'jsonb', nullable: true })
  decides: TargetDecision | null;

  @Column({ type: 'jsonb' })
  milestones: TargetMilestone[];

  /** Why figures there are do not measure this target, where they do not. */
  @Column({ type: 'text', name: 'not_comparable', nullable: true })
  notComparable: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** As it was first published; never changed again. */
  @Column({ type: 'jsonb', name: 'first_published' })
  firstPublished: TargetDefinition;

  /** The target that stands in its place since an interim review; it counts as a headline no longer. */
  @Column({ type: 'uuid', name: 'replaced_by', nullable: true })
  replacedById: string | null;

  @ManyToOne(() => Target, { nullable: true })
  @JoinColumn({ name: 'replaced_by' })
  replacedBy: Relation<Target> | null;

  /** Order within the mission. */
  @Column({ type: 'integer' })
  position: number;
}
