import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type ContributionAction, type ContributionFact, type ContributionState } from '#domain/contributions/contribution-status.js';
import { type ContributedEvidence } from '#domain/evidence-returns/evidence-return-content.js';
import { Contribution } from './contribution.entity.js';

/** One line of a contribution's history, with the words that were given. */
@Entity('contribution_events', { comment: 'append-only: the history of every contribution' })
export class ContributionEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all contributions. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'contribution_id' })
  contributionId: string;

  @ManyToOne(() => Contribution, { nullable: false })
  @JoinColumn({ name: 'contribution_id' })
  contribution: Relation<Contribution>;

  @Column({ type: 'text' })
  action: ContributionAction | ContributionFact;

  @Column({ type: 'text', name: 'to_state' })
  toState: ContributionState;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  /** The answer as given, the reason of a refusal, or the question. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  evidence: ContributedEvidence[];

  @Column({ type: 'timestamptz' })
  at: Date;
}
