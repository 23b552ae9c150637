import { Column, Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Submission } from './submission.entity.js';
import { SubmissionEvent } from './submission-event.entity.js';

/** A minister's clearance of a draft as it was then, and of no other words. */
@Entity('submission_clearances', { comment: 'append-only: the clearances of ministers' })
export class SubmissionClearance {
  /** Where it stands in the history. */
  @PrimaryColumn({ type: 'uuid', name: 'event_id', primaryKeyConstraintName: 'pk_submission_clearances' })
  eventId: string;

  @OneToOne(() => SubmissionEvent, { nullable: false })
  @JoinColumn({ name: 'event_id' })
  event: Relation<SubmissionEvent>;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** SHA-256 of what was cleared, as a version's. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'text' })
  minister: string;

  @Column({ type: 'date', name: 'cleared_on' })
  clearedOn: string;

  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;
}
