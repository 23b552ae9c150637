import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type MissionFacts } from '#domain/reports/mission-facts.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Report } from './report.entity.js';

/** The key of the section that is about no mission. No mission can be called so: slugs have no blank. */
export const INTRODUCTION = 'the introduction';

/** The introduction or one mission's part: what was assembled, and the council's text as it stands. */
@Entity('report_sections')
@Unique(['reportId', 'key'])
export class ReportSection {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'report_id' })
  reportId: string;

  @ManyToOne(() => Report, { nullable: false })
  @JoinColumn({ name: 'report_id' })
  report: Relation<Report>;

  /** Slug of the mission. */
  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  @Column({ type: 'jsonb', nullable: true })
  facts: MissionFacts | null;

  @Column({ type: 'text', default: '' })
  text: string;

  @Column({ type: 'text', name: 'rural_note', default: '' })
  ruralNote: string;

  @Column({ type: 'text', name: 'devolved_note', default: '' })
  devolvedNote: string;

  /** Number of the text's version; 0 before the first. */
  @Column({ type: 'integer', default: 0 })
  version: number;

  /** The version whose fact-check is over; null again as soon as the facts beside it change. */
  @Column({ type: 'integer', name: 'checked_version', nullable: true })
  checkedVersion: number | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
