import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type AbsenceScope } from '#domain/reviewers/absence.js';
import { User } from '#features/access/user.entity.js';

/** Days on which a reviewer is away, and what became of the reviews that they held. */
@Entity('reviewer_absences')
export class ReviewerAbsence {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'reviewer_id' })
  reviewerId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'reviewer_id' })
  reviewer: Relation<User>;

  /** First and last day, as ISO dates. */
  @Column({ type: 'date', name: 'from_date' })
  from: string;

  @Column({ type: 'date', name: 'to_date' })
  to: string;

  /** Which of the reviews are given to others. */
  @Column({ type: 'text' })
  scope: AbsenceScope;

  @Column({ type: 'timestamptz', name: 'entered_at' })
  enteredAt: Date;

  /** Taken back by; null while it counts. */
  @Column({ type: 'timestamptz', name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  /** When somebody confirmed who takes the reviews. */
  @Column({ type: 'timestamptz', name: 'spread_at', nullable: true })
  spreadAt: Date | null;

  /** When Waymark put them back into the queue, because the leave had begun and nobody had. */
  @Column({ type: 'timestamptz', name: 'returned_at', nullable: true })
  returnedAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
