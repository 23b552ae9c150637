import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Submission } from '#features/submissions/submission.entity.js';
import { Review } from './review.entity.js';

/** A note to the file of a submission. The department never sees it. */
@Entity('review_notes', { comment: 'append-only: notes to the file, for the council alone' })
export class ReviewNote {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** The review at which it was written. */
  @Column({ type: 'uuid', name: 'review_id' })
  reviewId: string;

  @ManyToOne(() => Review, { nullable: false })
  @JoinColumn({ name: 'review_id' })
  review: Relation<Review>;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId: string;

  @Column({ type: 'text', name: 'author_name' })
  authorName: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
