import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type ProposalAction, type ProposalState } from '#domain/proposals/proposal-status.js';
import { Proposal } from './proposal.entity.js';

/** One line of a proposal's public history. */
@Entity('local_proposal_events', { comment: 'append-only: the history of every local proposal' })
export class ProposalEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all proposals. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'proposal_id' })
  proposalId: string;

  @ManyToOne(() => Proposal, { nullable: false })
  @JoinColumn({ name: 'proposal_id' })
  proposal: Relation<Proposal>;

  @Column({ type: 'text' })
  action: ProposalAction | 'receive' | 'remind' | 'mark-overdue';

  @Column({ type: 'text', name: 'to_state' })
  toState: ProposalState;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
