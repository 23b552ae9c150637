import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type ContributionState } from '#domain/contributions/contribution-status.js';
import { type ContributedEvidence } from '#domain/evidence-returns/evidence-return-content.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** What a department asks of another department or a place for a return, and the answer. */
@Entity('contributions')
@Index('uq_contributions_standing', ['submissionId', 'organisationId'], { unique: true, where: 'asked_by IS NULL' })
@Index(['organisationId', 'dueOn'])
export class Contribution {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  /** The return that it is for. */
  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Who is asked. */
  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  /** `whole`, the key of a section, or `target:<slug>`. */
  @Column({ type: 'text' })
  about: string;

  /** The same in words, as it was when it was asked. */
  @Column({ type: 'text', name: 'about_label' })
  aboutLabel: string;

  @Column({ type: 'text' })
  question: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  @Column({ type: 'text' })
  state: ContributionState;

  @Column({ type: 'text', default: '' })
  answer: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  evidence: ContributedEvidence[];

  @Column({ type: 'text', name: 'decline_reason', nullable: true })
  declineReason: string | null;

  /** Why whoever asked withdrew the question; null where it stands. */
  @Column({ type: 'text', name: 'withdraw_reason', nullable: true })
  withdrawReason: string | null;

  /** Null where Waymark asked, because the mission names them. */
  @Column({ type: 'uuid', name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;

  @Column({ type: 'timestamptz', name: 'given_at', nullable: true })
  givenAt: Date | null;

  /** Has the asking department taken it into its return, whole? */
  @Column({ type: 'boolean', default: false })
  quoted: boolean;

  /** Working days before the due date of the last reminder; null before the first. */
  @Column({ type: 'integer', name: 'reminded_before', nullable: true })
  remindedBefore: number | null;

  /** When it was marked overdue. The mark stays. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
