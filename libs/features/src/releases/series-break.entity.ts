import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { User } from '#features/access/user.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Release } from './release.entity.js';

/** From which period on figures are not comparable with those before, as a statistician has recorded it. */
@Entity('series_breaks', { comment: 'append-only: breaks of series as recorded' })
@Index(['metricId'])
export class SeriesBreak {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'integer', name: 'metric_id' })
  metricId: number;

  @ManyToOne(() => Metric, { nullable: false })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric>;

  /** Key of the first period of the new kind. */
  @Column({ type: 'text', name: 'period_key' })
  periodKey: string;

  /** What changed. */
  @Column({ type: 'text' })
  what: string;

  /** Where it is said, and why it is recorded. */
  @Column({ type: 'text' })
  reason: string;

  /** The release that it came with. */
  @Column({ type: 'integer', name: 'release_id', nullable: true })
  releaseId: number | null;

  @ManyToOne(() => Release, { nullable: true })
  @JoinColumn({ name: 'release_id' })
  release: Relation<Release> | null;

  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'recorded_by' })
  recordedByUser: Relation<User>;

  @Column({ type: 'timestamptz' })
  at: Date;
}
