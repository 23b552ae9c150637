import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One published cell. A later release supersedes it by standing beside it. The key begins with the metric and the area, for
 * that is how series are read. No foreign keys: a million rows would pay for each, and the importer resolves the ids
 * itself in the same transaction, from registers from which nothing is ever deleted.
 */
@Entity('observations', { comment: 'append-only: figures as published, one row a cell and release' })
export class Observation {
  @PrimaryColumn({ type: 'integer', name: 'metric_id' })
  metricId: number;

  @PrimaryColumn({ type: 'integer', name: 'area_id' })
  areaId: number;

  /** First day of the period; the day itself for a snapshot. */
  @PrimaryColumn({ type: 'date', name: 'period_start' })
  periodStart: string;

  /** Length of the period in months; 0 for a snapshot. */
  @PrimaryColumn({ type: 'smallint', name: 'period_months' })
  periodMonths: number;

  @PrimaryColumn({ type: 'integer', name: 'release_id' })
  releaseId: number;

  /** Null where the publisher left it blank; then `status` says why. */
  @Column({ type: 'double precision', nullable: true })
  value: number | null;

  /** 95 % interval. */
  @Column({ type: 'double precision', nullable: true })
  lower: number | null;

  @Column({ type: 'double precision', nullable: true })
  upper: number | null;

  /** The publisher's marker: x not available, u low reliability, c confidential, p provisional, … */
  @Column({ type: 'text', nullable: true })
  status: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;
}
