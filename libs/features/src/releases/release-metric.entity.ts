import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Metric } from '#features/metrics/metric.entity.js';
import { Release } from './release.entity.js';

/** What a release holds of a metric. By it, and not by the figures themselves, is decided which releases count (`releases_that_count`). */
@Entity('release_metrics')
export class ReleaseMetric {
  @PrimaryColumn({ type: 'integer', name: 'metric_id' })
  metricId: number;

  @PrimaryColumn({ type: 'integer', name: 'release_id' })
  releaseId: number;

  @ManyToOne(() => Metric, { nullable: false })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric>;

  @ManyToOne(() => Release, { nullable: false })
  @JoinColumn({ name: 'release_id' })
  release: Relation<Release>;

  /** Cells, blank ones too. */
  @Column({ type: 'integer' })
  rows: number;

  /** It stands for the whole series: cells of earlier releases that it does not have are withdrawn. */
  @Column({ type: 'boolean', name: 'whole_series', default: false })
  wholeSeries: boolean;

  /** Unit or direction changed with it, as a statistician has confirmed: earlier releases no longer belong to the series. */
  @Column({ type: 'boolean', name: 'starts_new_series', default: false })
  startsNewSeries: boolean;
}
