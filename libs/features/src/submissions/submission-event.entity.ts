import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type GivenReason, type SubmissionAction, type SubmissionFact, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { Submission } from './submission.entity.js';

/** One move of a submission: who, from where to where, and why. */
@Entity('submission_events', { comment: 'append-only: the history of every submission' })
export class SubmissionEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of the moves, over all submissions. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'text' })
  action: SubmissionAction | SubmissionFact;

  @Column({ type: 'text', name: 'from_status', nullable: true })
  fromStatus: SubmissionStatus | null;

  @Column({ type: 'text', name: 'to_status' })
  toStatus: SubmissionStatus;

  /** The version that the move is about: the one in writing for a save, else the last delivered; null before the first. */
  @Column({ type: 'integer', name: 'version_number', nullable: true })
  versionNumber: number | null;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'jsonb' })
  reasons: GivenReason[];

  /** Keys of the sections that a save wrote on; empty for all else, and for saves of before it was kept. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  sections: string[];

  @Column({ type: 'timestamptz' })
  at: Date;
}
