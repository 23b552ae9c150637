import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type EffectOutcome } from '#domain/alerts/effect-check.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { Alert } from './alert.entity.js';

/** What one release has shown of the effect that one action promised, or that the release had not come by its date. */
@Entity('alert_effect_checks', { comment: 'append-only: what releases have shown of the effects that plans promised' })
@Index('uq_alert_effect_checks_release', ['alertId', 'planNumber', 'actionIndex', 'releaseId'], { unique: true, where: 'release_id IS NOT NULL' })
@Index('uq_alert_effect_checks_not_come', ['alertId', 'planNumber', 'actionIndex'], { unique: true, where: 'release_id IS NULL' })
export class AlertEffectCheck {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'alert_id' })
  alertId: string;

  @ManyToOne(() => Alert, { nullable: false })
  @JoinColumn({ name: 'alert_id' })
  alert: Relation<Alert>;

  /** Of the department's plans on this alert, from 1. */
  @Column({ type: 'integer', name: 'plan_number' })
  planNumber: number;

  /** From 0. */
  @Column({ type: 'integer', name: 'action_index' })
  actionIndex: number;

  @Column({ type: 'integer', name: 'metric_id' })
  metricId: number;

  @ManyToOne(() => Metric, { nullable: false })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric>;

  @Column({ type: 'integer', name: 'release_id', nullable: true })
  releaseId: number | null;

  @ManyToOne(() => Release, { nullable: true })
  @JoinColumn({ name: 'release_id' })
  release: Relation<Release> | null;

  @Column({ type: 'text' })
  outcome: EffectOutcome;

  /** What was compared: area code, values and periods. */
  @Column({ type: 'jsonb' })
  figures: Record<string, string | number | null>;

  @Column({ type: 'text' })
  sentence: string;

  @Column({ type: 'timestamptz', name: 'checked_at' })
  checkedAt: Date;
}
