import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A target as the mission's page named it. */
export interface NamedTarget {
  slug: string;
  title: string;
  role: 'headline' | 'supporting';
}

/** The words of a mission and the titles of its targets as they were entered; the database writes a row at every change. */
@Entity('mission_texts', { comment: 'append-only: the words of every mission as they were entered' })
@Index(['missionId', 'id'])
export class MissionText {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  /** Stays where a mission that nobody has judged leaves the framework. */
  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @Column({ type: 'text', name: 'focus_area' })
  focusArea: string;

  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'jsonb' })
  targets: NamedTarget[];

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;
}
