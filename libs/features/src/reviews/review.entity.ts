import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type ReviewDecision, type ReviewStatus } from '#domain/reviews/review-status.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** The council's item of work for one delivered version. */
@Entity('reviews')
@Unique(['submissionId', 'versionNumber'])
export class Review {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'integer', name: 'version_number' })
  versionNumber: number;

  @Column({ type: 'text' })
  status: ReviewStatus;

  /** Raises it in the queue: the mission had a target off track when it was submitted. */
  @Column({ type: 'boolean', name: 'off_track', default: false })
  offTrack: boolean;

  @Column({ type: 'uuid', name: 'reviewer_id', nullable: true })
  reviewerId: string | null;

  @Column({ type: 'timestamptz', name: 'queued_at' })
  queuedAt: Date;

  @Column({ type: 'timestamptz', name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  @Column({ type: 'text', nullable: true })
  decision: ReviewDecision | null;

  @Column({ type: 'jsonb', name: 'decision_reasons', default: () => `'[]'` })
  decisionReasons: { section: string | null; text: string }[];

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'checks_done_at', nullable: true })
  checksDoneAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
