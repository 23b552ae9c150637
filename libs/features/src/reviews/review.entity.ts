import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type Acceptance, type ReviewDecision, type ReviewStatus } from '#domain/reviews/review-status.js';
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

  /** The return claims better than the figures: an acceptance waits for a second, different reviewer. Never taken back. */
  @Column({ type: 'boolean', name: 'needs_second', default: false })
  needsSecond: boolean;

  /** What the first reviewer proposes; null where nothing waits for a second one. */
  @Column({ type: 'text', name: 'proposed_decision', nullable: true })
  proposedDecision: Acceptance | null;

  @Column({ type: 'jsonb', name: 'proposed_reasons', default: () => `'[]'` })
  proposedReasons: { section: string | null; text: string }[];

  @Column({ type: 'timestamptz', name: 'proposed_at', nullable: true })
  proposedAt: Date | null;

  /** Who confirmed it. */
  @Column({ type: 'uuid', name: 'second_reviewer_id', nullable: true })
  secondReviewerId: string | null;

  @Column({ type: 'timestamptz', name: 'second_decided_at', nullable: true })
  secondDecidedAt: Date | null;

  /** When its holder was last seen at work on it; null while nobody holds it. */
  @Column({ type: 'timestamptz', name: 'last_active_at', nullable: true })
  lastActiveAt: Date | null;

  /** The last reminder to this holder: 3 or 1 working days before the due date, 0 after it; below 0 to second reviewers, so many working days after it. */
  @Column({ type: 'integer', name: 'last_reminder', nullable: true })
  lastReminder: number | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
