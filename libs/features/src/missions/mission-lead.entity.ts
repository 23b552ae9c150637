import { Column, Entity, Exclusion, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Mission } from './mission.entity.js';

/** Who leads a mission from when to when (the end is the first day without it). Two at one date are refused by the database. */
@Entity('mission_leads')
@Exclusion('mission_leads_never_two', `USING gist (mission_id WITH =, daterange(from_date, to_date, '[)') WITH &&)`)
export class MissionLead {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, (mission) => mission.leads, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @Column({ type: 'date', name: 'from_date' })
  from: string;

  @Column({ type: 'date', name: 'to_date', nullable: true })
  to: string | null;

  /** `paper`: named in the founding paper; `proposed`: Waymark's default, no fact. */
  @Column({ type: 'text' })
  basis: 'paper' | 'proposed';
}
