import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Submission } from './submission.entity.js';

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

  @Column({ type: 'timestamptz', name: 'submitted_at' })
  submittedAt: Date;
}
