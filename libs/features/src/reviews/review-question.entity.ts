import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { Submission } from '#features/submissions/submission.entity.js';
import { Review } from './review.entity.js';

/** A question of the reviewer to the department, with a short clock of its own: it resets neither sign-off nor version. */
@Entity('review_questions')
export class ReviewQuestion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => Review, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<Review>;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** The delivery that it is about. */
  @Column({ type: 'integer', name: 'version_number' })
  versionNumber: number;

  /** The section that it is about; null for the whole. */
  @Column({ type: 'text', nullable: true })
  section: string | null;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'text', name: 'asked_by_name' })
  askedByName: string;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;

  /** The last day for the answer. */
  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  /** When it was marked overdue. The mark stays. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'uuid', name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column({ type: 'text', name: 'answered_by_name', nullable: true })
  answeredByName: string | null;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'text', name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
