import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type GrantKind, type GrantSource, type GrantState } from '#domain/access/council-grants.js';
import { type Role } from '#domain/access/roles.js';
import { User } from './user.entity.js';

/** A role of the council given to somebody or taken from them: who proposed it, who confirmed it. Public, and never deleted. */
@Entity('council_grants')
@Index('uq_council_grants_waiting', ['personId', 'role'], { unique: true, where: `state = 'proposed'` })
export class CouncilGrant {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'person_id' })
  person: Relation<User>;

  @Column({ type: 'text' })
  role: Role;

  @Column({ type: 'text' })
  kind: GrantKind;

  @Column({ type: 'text' })
  state: GrantState;

  @Column({ type: 'text' })
  source: GrantSource;

  /** As they were called on that day. */
  @Column({ type: 'text', name: 'person_name' })
  personName: string;

  /** Where they worked on that day, and what else they did. */
  @Column({ type: 'text', name: 'person_offices' })
  personOffices: string;

  /** Why, and who appointed them. */
  @Column({ type: 'text' })
  reason: string;

  /** Null where nobody who can sign in proposed it. */
  @Column({ type: 'uuid', name: 'proposed_by', nullable: true })
  proposedBy: string | null;

  /** Name and offices on that day. */
  @Column({ type: 'text', name: 'proposed_by_name', nullable: true })
  proposedByName: string | null;

  @Column({ type: 'timestamptz', name: 'proposed_at' })
  proposedAt: Date;

  /** Who confirmed, refused or withdrew it. */
  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'text', name: 'decided_by_name', nullable: true })
  decidedByName: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** What was said with a refusal; '' where nothing was. */
  @Column({ type: 'text', name: 'decision_reason' })
  decisionReason: string;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
