import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Metric } from '#features/metrics/metric.entity.js';
import { Release } from '#features/releases/release.entity.js';

/** What a release says of a metric against the catalogue, and that somebody has confirmed it, with the reason. */
@Entity('series_changes', { comment: 'append-only: changes of unit, measure or direction as confirmed' })
export class SeriesChange {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'integer', name: 'metric_id' })
  metricId: number;

  @ManyToOne(() => Metric, { nullable: false })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric>;

  @Column({ type: 'integer', name: 'release_id' })
  releaseId: number;

  @ManyToOne(() => Release, { nullable: false })
  @JoinColumn({ name: 'release_id' })
  release: Relation<Release>;

  /** Unit and measure begin the series anew, and are the metric's once the release is published; of a direction the catalogue's stands. */
  @Column({ type: 'text' })
  kind: 'unit' | 'measure' | 'direction';

  @Column({ type: 'text' })
  was: string;

  @Column({ type: 'text' })
  now: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'text', name: 'confirmed_by' })
  confirmedBy: string;

  @Column({ type: 'timestamptz', name: 'confirmed_at' })
  confirmedAt: Date;
}
