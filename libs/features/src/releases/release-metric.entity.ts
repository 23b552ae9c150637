import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Metric } from '#features/metrics/metric.entity.js';
import { Release } from './release.entity.js';

/**
 * What a release holds of a metric. By it, and not by the figures themselves, is decided which releases count
 * (`releases_that_count`). What it changed is worked out by a job after its loading: null until then.
 */
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

  /** Earlier releases that counted just before it: 0 for the first of a series, which revises nothing. */
  @Column({ type: 'integer', name: 'compared_with', nullable: true })
  comparedWith: number | null;

  /** Cells with a value before and after, and not the same. */
  @Column({ type: 'integer', nullable: true })
  moved: number | null;

  /** Cells with a value where there was none. */
  @Column({ type: 'integer', nullable: true })
  added: number | null;

  /** Cells that had a value and are blank now, or gone from a whole series. */
  @Column({ type: 'integer', nullable: true })
  withdrawn: number | null;

  @Column({ type: 'integer', nullable: true })
  unchanged: number | null;

  /** The largest change of a figure, in the metric's unit, without sign. */
  @Column({ type: 'double precision', name: 'largest_move', nullable: true })
  largestMove: number | null;

  /** The median size of the changes, in the metric's unit. */
  @Column({ type: 'double precision', name: 'median_move', nullable: true })
  medianMove: number | null;

  /** Its cells that the publisher marks as provisional. */
  @Column({ type: 'integer', nullable: true })
  provisional: number | null;

  /** Cells that were provisional and are final with it. */
  @Column({ type: 'integer', name: 'became_final', nullable: true })
  becameFinal: number | null;

  /** Warnings of plausibility, those that are not listed too. */
  @Column({ type: 'integer', name: 'warnings_found', nullable: true })
  warningsFound: number | null;
}
