import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { User } from '#features/access/user.entity.js';

/** Somebody's term in the council: who appointed them, from when, until when. Public, and kept when it has ended. Dates are ISO dates. */
@Entity('council_members')
export class CouncilMember {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'person_id' })
  personId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'person_id' })
  person: Relation<User>;

  @Column({ type: 'text', name: 'appointed_by' })
  appointedBy: string;

  @Column({ type: 'date', name: 'from_date' })
  from: string;

  @Column({ type: 'date', name: 'until_date', nullable: true })
  until: string | null;

  /** The day on which it ended, where it did. */
  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column({ type: 'text', name: 'ended_why' })
  endedWhy: string;

  /** Who entered it last: a chair. */
  @Column({ type: 'uuid', name: 'kept_by' })
  keptBy: string;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
