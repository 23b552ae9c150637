import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type EvidenceItem, type FigureDeparture, type NextStep, type ReturnRisk, type StepOutcome } from '#domain/evidence-returns/evidence-return-content.js';
import { type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** The draft of an evidence return. What was delivered lies in the submission's versions. */
@Entity('evidence_returns')
export class EvidenceReturn {
  @PrimaryColumn({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @OneToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** Nothing new was published since the last return. */
  @Column({ type: 'boolean', default: false })
  nil: boolean;

  @Column({ type: 'text', default: '' })
  narrative: string;

  /** What the department says of the figures that Waymark shows. */
  @Column({ type: 'text', name: 'figures_comment', default: '' })
  figuresComment: string;

  /** Likelihood that the mission's targets are met, on five points; null until rated. */
  @Column({ type: 'text', nullable: true })
  rating: DeliveryRating | null;

  @Column({ type: 'text', name: 'rating_reason', default: '' })
  ratingReason: string;

  @Column({ type: 'text', name: 'next_steps', default: '' })
  nextSteps: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  departures: FigureDeparture[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  evidence: EvidenceItem[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  risks: ReturnRisk[];

  @Column({ type: 'jsonb', name: 'last_steps', default: () => `'[]'` })
  lastSteps: StepOutcome[];

  @Column({ type: 'jsonb', default: () => `'[]'` })
  steps: NextStep[];
}
