import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type AlertStatus } from '#domain/alerts/alert-status.js';
import { Alert } from './alert.entity.js';

/** One line of an alert's public timeline. */
@Entity('alert_events', { comment: 'append-only: the history of every alert' })
export class AlertEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all alerts. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'alert_id' })
  alertId: string;

  @ManyToOne(() => Alert, { nullable: false })
  @JoinColumn({ name: 'alert_id' })
  alert: Relation<Alert>;

  @Column({ type: 'text' })
  action: string;

  @Column({ type: 'text', name: 'to_status' })
  toStatus: AlertStatus;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  /** Name of the office, for the public page: people are not named there unless they are the named owner. */
  @Column({ type: 'text', name: 'actor_office' })
  actorOffice: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
