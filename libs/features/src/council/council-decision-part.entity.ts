import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type Part } from '#domain/council/council-decision.js';
import { User } from '#features/access/user.entity.js';
import { CouncilDecision } from './council-decision.entity.js';

/** One member's part in a decision: who was in office when the vote was opened, and what they did. */
@Entity('council_decision_parts')
@Unique(['decisionId', 'personId'])
export class CouncilDecisionPart {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'decision_id' })
  decisionId: string;

  @ManyToOne(() => CouncilDecision, { nullable: false })
  @JoinColumn({ name: 'decision_id' })
  decision: Relation<CouncilDecision>;

  @Column({ type: 'uuid', name: 'person_id' })
  personId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'person_id' })
  person: Relation<User>;

  @Column({ type: 'text', name: 'person_name' })
  personName: string;

  /** Null while they have not said anything: absent, once it is closed. */
  @Column({ type: 'text', nullable: true })
  part: Part | null;

  /** A dissent beside a vote, the reason of a recusal. */
  @Column({ type: 'text' })
  words: string;

  /** A declared interest, or where they come from, recuses by itself. */
  @Column({ type: 'boolean', name: 'by_itself' })
  byItself: boolean;

  @Column({ type: 'timestamptz', name: 'given_at', nullable: true })
  givenAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
