import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Submission } from './submission.entity.js';
import { SubmissionClearance } from './submission-clearance.entity.js';

/** One delivery, word for word as it was signed. Never changed. */
@Entity('submission_versions', { comment: 'append-only: every delivery as signed' })
@Unique(['submissionId', 'number'])
export class SubmissionVersion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'integer' })
  number: number;

  /** The sections by their keys; the shape is the kind's own. */
  @Column({ type: 'jsonb' })
  content: Record<string, unknown>;

  /** SHA-256 over the content's canonical JSON. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'uuid', name: 'drafted_by' })
  draftedBy: string;

  @Column({ type: 'uuid', name: 'signed_by' })
  signedBy: string;

  /** The SRO in whose place the signer signed; null for whoever signed in their own right. */
  @Column({ type: 'uuid', name: 'signed_for', nullable: true })
  signedFor: string | null;

  /** The minister's clearance of these very words; null where the department wanted none. */
  @Column({ type: 'uuid', name: 'clearance_id', nullable: true })
  clearanceId: string | null;

  @ManyToOne(() => SubmissionClearance, { nullable: true })
  @JoinColumn({ name: 'clearance_id' })
  clearance: Relation<SubmissionClearance> | null;

  @Column({ type: 'timestamptz', name: 'submitted_at' })
  submittedAt: Date;
}
