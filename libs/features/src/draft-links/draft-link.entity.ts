import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Submission } from '#features/submissions/submission.entity.js';

/** A secret address at which colleagues without an account read a draft and comment on it. */
@Entity('draft_links')
export class DraftLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** SHA-256 of the secret in hex: the secret itself is kept by nobody. */
  @Column({ type: 'text', name: 'secret_hash', unique: true })
  secretHash: string;

  /** For whom it is, in words. */
  @Column({ type: 'text' })
  purpose: string;

  @Column({ type: 'uuid', name: 'made_by' })
  madeBy: string;

  @Column({ type: 'text', name: 'made_by_name' })
  madeByName: string;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  openings: number;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt: Date | null;

  /** When the minute began in which openings are counted, and how many there were in it. */
  @Column({ type: 'timestamptz', name: 'minute_from', nullable: true })
  minuteFrom: Date | null;

  @Column({ type: 'integer', name: 'openings_in_minute', default: 0 })
  openingsInMinute: number;
}
