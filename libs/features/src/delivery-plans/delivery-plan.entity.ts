import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type PlannedContribution } from '#domain/delivery-plans/delivery-plan-content.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** The draft of an outcome delivery plan: department × year. */
@Entity('delivery_plans')
export class DeliveryPlan {
  @PrimaryColumn({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @OneToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  @Column({ type: 'text', default: '' })
  summary: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  contributions: PlannedContribution[];
}
