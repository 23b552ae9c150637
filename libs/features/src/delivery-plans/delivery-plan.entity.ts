import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type CopiedFrom, type PlannedContribution } from '#domain/delivery-plans/delivery-plan-content.js';
import {
  type FundingLine,
  type PlanDependency,
  type PlanMetric,
  type PlanMilestone,
  type PlanPolicy,
  type PlanProgramme,
  type PriorityOutcome,
  type StaffingLine,
} from '#domain/delivery-plans/plan-lists.js';
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

  @Column({ type: 'jsonb', default: () => `'[]'` })
  outcomes: PriorityOutcome[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  metrics: PlanMetric[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  policies: PlanPolicy[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  milestones: PlanMilestone[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  programmes: PlanProgramme[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  funding: FundingLine[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  staffing: StaffingLine[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  dependencies: PlanDependency[];

  /** £ million, to the thousandth; null until stated. */
  @Column({ type: 'double precision', name: 'stated_money_millions', nullable: true })
  statedMoneyMillions: number | null;

  /** Full-time equivalents; null until stated. */
  @Column({ type: 'double precision', name: 'stated_staff', nullable: true })
  statedStaff: number | null;

  /** The plan that it was begun with. */
  @Column({ type: 'jsonb', name: 'copied_from', nullable: true })
  copiedFrom: CopiedFrom | null;
}
