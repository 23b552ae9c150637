import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type RecoveryAction } from '#domain/alerts/alert-blockers.js';
import { User } from '#features/access/user.entity.js';
import { Alert } from './alert.entity.js';

/** A recovery plan that the department is writing, for its own people; gone when it is published. */
@Entity('recovery_plan_drafts')
export class RecoveryPlanDraft {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'alert_id', unique: true })
  alertId: string;

  @ManyToOne(() => Alert, { nullable: false })
  @JoinColumn({ name: 'alert_id' })
  alert: Relation<Alert>;

  @Column({ type: 'text', default: '' })
  summary: string;

  /** Lines as they are, unfinished ones too. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  actions: RecoveryAction[];

  @Column({ type: 'uuid', name: 'saved_by' })
  savedBy: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'saved_by' })
  saver: Relation<User>;

  @Column({ type: 'timestamptz', name: 'saved_at' })
  savedAt: Date;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
