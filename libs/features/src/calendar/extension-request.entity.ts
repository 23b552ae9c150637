import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { Submission } from '#features/submissions/submission.entity.js';

export type ExtensionState = 'asked' | 'granted' | 'refused';

/** A later due date that a department asked for, and what the council said. All of it is public. */
@Entity('extension_requests')
@Index('uq_extension_requests_one_open', ['submissionId'], { unique: true, where: `state = 'asked'` })
export class ExtensionRequest {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'text' })
  state: ExtensionState;

  /** The due date as it stood when it was asked. */
  @Column({ type: 'date', name: 'due_before' })
  dueBefore: string;

  /** The due date that was asked for. */
  @Column({ type: 'date', name: 'asked_due_on' })
  askedDueOn: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;

  @Column({ type: 'text', name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
