import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { User } from '#features/access/user.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** For some days another person of the department signs in an SRO's place. It ends by itself after its last day. */
@Entity('delegations')
@Exclusion('delegations_one_delegate', `USING gist (delegator_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (ended_at IS NULL)`)
@Exclusion('delegations_one_delegator', `USING gist (delegate_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (ended_at IS NULL)`)
@Index(['organisationId', 'fromOn'])
export class Delegation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  /** The SRO. */
  @Column({ type: 'uuid', name: 'delegator_id' })
  delegatorId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'delegator_id' })
  delegator: Relation<User>;

  /** Who signs in the SRO's place. */
  @Column({ type: 'uuid', name: 'delegate_id' })
  delegateId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'delegate_id' })
  delegate: Relation<User>;

  /** First and last day in London, both included. */
  @Column({ type: 'date', name: 'from_on' })
  fromOn: string;

  @Column({ type: 'date', name: 'to_on' })
  toOn: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** When it was ended before its last day was over. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'uuid', name: 'ended_by', nullable: true })
  endedBy: string | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
