import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type DependencyAsked } from '#domain/delivery-plans/dependency-answers.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** That a department was asked to confirm what a plan counts on it for: from the draft by its drafter, or by a delivery. */
@Entity('plan_dependency_requests', { comment: 'append-only: what departments asked each other to confirm' })
@Index('uq_plan_dependency_requests_version', ['submissionId', 'dependencyId', 'versionNumber'], { unique: true })
export class PlanDependencyRequest {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** Id of the plan's line. */
  @Column({ type: 'text', name: 'dependency_id' })
  dependencyId: string;

  /** The delivery that asks; null where the draft does. */
  @Column({ type: 'integer', name: 'version_number', nullable: true })
  versionNumber: number | null;

  /** Slug of the department that is asked. */
  @Index()
  @Column({ type: 'text' })
  department: string;

  /** What is asked, word for word. */
  @Column({ type: 'jsonb' })
  asked: DependencyAsked;

  /** Null where a delivery asks. */
  @Column({ type: 'uuid', name: 'asked_by', nullable: true })
  askedBy: string | null;

  @Column({ type: 'text', name: 'asked_name' })
  askedName: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
