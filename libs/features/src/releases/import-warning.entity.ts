import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type PlausibilityKind } from '#domain/releases/plausibility-kind.js';
import { Area } from '#features/areas/area.entity.js';
import { User } from '#features/access/user.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Release } from './release.entity.js';

/** Why a figure wants a look: what the comparisons find, and what the reading of the file remarked (`row`). */
export type WarningKind = PlausibilityKind | 'row';

export const WARNING_KINDS: readonly WarningKind[] = ['previous-release', 'parent-area', 'own-past', 'row'];

/** A figure that may be wrong. It blocks nothing and drops nothing; a person looks at it and says so by name. */
@Entity('import_warnings')
@Index(['releaseId', 'position'])
@Index(['metricId', 'acknowledgedAt'])
export class ImportWarning {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'integer', name: 'release_id' })
  releaseId: number;

  @ManyToOne(() => Release, { nullable: false })
  @JoinColumn({ name: 'release_id' })
  release: Relation<Release>;

  /** Null where the remark is about the file. */
  @Column({ type: 'integer', name: 'metric_id', nullable: true })
  metricId: number | null;

  @ManyToOne(() => Metric, { nullable: true })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric> | null;

  @Column({ type: 'integer', name: 'area_id', nullable: true })
  areaId: number | null;

  @ManyToOne(() => Area, { nullable: true })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area> | null;

  @Column({ type: 'date', name: 'period_start', nullable: true })
  periodStart: string | null;

  @Column({ type: 'smallint', name: 'period_months', nullable: true })
  periodMonths: number | null;

  @Column({ type: 'text' })
  kind: WarningKind;

  @Column({ type: 'text' })
  sentence: string;

  /** What was compared. */
  @Column({ type: 'jsonb' })
  numbers: Record<string, number | null>;

  /** Order within the release, the worst first. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'uuid', name: 'acknowledged_by', nullable: true })
  acknowledgedBy: string | null;

  @ManyToOne(() => User, { nullable: true })
  @JoinColumn({ name: 'acknowledged_by' })
  acknowledgedByUser: Relation<User> | null;

  @Column({ type: 'timestamptz', name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
