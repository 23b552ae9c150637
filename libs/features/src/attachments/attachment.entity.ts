import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type AttachmentState } from '#domain/attachments/attachment-workflow.js';
import { User } from '#features/access/user.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** What ClamAV has said of a file: nothing was asked of it, it has not answered yet, or its answer. */
export type VirusCheck = 'not-configured' | 'pending' | 'clean' | 'found';

/** A file of a submission. Its bytes lie in its chunks; what it is never changes, and the row stays for ever. */
@Entity('attachments')
export class Attachment {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** As it was sent. */
  @Column({ type: 'text' })
  name: string;

  /** What it is, in the department's words. */
  @Column({ type: 'text' })
  title: string;

  /** Media type. */
  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'integer' })
  bytes: number;

  /** SHA-256 in hex. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'text' })
  state: AttachmentState;

  @Column({ type: 'text', name: 'virus_check' })
  virusCheck: VirusCheck;

  /** The virus's name; null where none was found. */
  @Column({ type: 'text', nullable: true })
  virus: string | null;

  /** What its reader should know, in sentences: cells that a spreadsheet would run as formulas. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  notes: string[];

  @Column({ type: 'uuid', name: 'added_by' })
  addedBy: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'added_by' })
  adder: Relation<User>;

  @Column({ type: 'timestamptz', name: 'added_at' })
  addedAt: Date;

  /** When the scanner answered. */
  @Column({ type: 'timestamptz', name: 'checked_at', nullable: true })
  checkedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
