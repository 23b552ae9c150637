import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { User } from '#features/access/user.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** An interest that somebody of the council has declared, in one mission or one organisation; public, and kept when it has ended. */
@Entity('reviewer_interests')
export class ReviewerInterest {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'person_id' })
  personId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'person_id' })
  person: Relation<User>;

  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation> | null;

  @Column({ type: 'text' })
  what: string;

  /** First and last day, as ISO dates; the last is null where no end is known. */
  @Column({ type: 'date', name: 'from_date' })
  from: string;

  @Column({ type: 'date', name: 'to_date', nullable: true })
  to: string | null;

  @Column({ type: 'timestamptz', name: 'declared_at' })
  declaredAt: Date;

  /** When its last day was entered after the declaration. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
