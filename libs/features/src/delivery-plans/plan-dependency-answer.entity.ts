import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type DependencyAnswerKind, type DependencyAsked } from '#domain/delivery-plans/dependency-answers.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** One answer of the department that is counted on. None is ever changed: a later one stands beside it. */
@Entity('plan_dependency_answers', { comment: 'append-only: every answer to a dependency' })
export class PlanDependencyAnswer {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all plans. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  /** The plan that counts on it. */
  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'text', name: 'dependency_id' })
  dependencyId: string;

  /** What was asked when it was answered, word for word. */
  @Column({ type: 'jsonb' })
  asked: DependencyAsked;

  @Column({ type: 'text' })
  answer: DependencyAnswerKind;

  @Column({ type: 'text' })
  reason: string;

  /** The day by which the answering department says that it can be done. */
  @Column({ type: 'date', name: 'own_date', nullable: true })
  ownDate: string | null;

  @Column({ type: 'uuid', name: 'answered_by' })
  answeredBy: string;

  @Column({ type: 'text', name: 'answered_name' })
  answeredName: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
