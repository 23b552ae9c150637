import { Column, Entity, Exclusion, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Mission } from './mission.entity.js';

/** A time in which no department leads a mission, and why: from its first day to the day before `to`. */
@Entity('mission_vacancies')
@Exclusion('mission_vacancies_never_two', `USING gist (mission_id WITH =, daterange(from_date, to_date, '[)') WITH &&)`)
export class MissionVacancy {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  @Column({ type: 'date', name: 'from_date' })
  from: string;

  @Column({ type: 'date', name: 'to_date', nullable: true })
  to: string | null;

  @Column({ type: 'text' })
  reason: string;
}
