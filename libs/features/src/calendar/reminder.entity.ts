import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Submission } from '#features/submissions/submission.entity.js';

/** A reminder that was given. One a submission, due date and step: a moved due date brings its own, and never the old ones again. */
@Entity('reminders', { comment: 'append-only: reminders that were given' })
@Unique(['submissionId', 'dueOn', 'step'])
export class Reminder {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  /** Working days before the due date. */
  @Column({ type: 'integer' })
  step: number;

  /** The day on which it was to be sent; ISO date. */
  @Column({ type: 'date', name: 'meant_for' })
  meantFor: string;

  @Column({ type: 'timestamptz', name: 'sent_at' })
  sentAt: Date;
}
