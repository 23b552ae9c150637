import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type ReportAction } from '#domain/reports/report-status.js';
import { Report } from './report.entity.js';

/** One line of a report's history, for the council. */
@Entity('report_events', { comment: 'append-only: the history of every report' })
export class ReportEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all reports. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'report_id' })
  reportId: string;

  @ManyToOne(() => Report, { nullable: false })
  @JoinColumn({ name: 'report_id' })
  report: Relation<Report>;

  @Column({ type: 'text' })
  action: ReportAction | 'open' | 'assemble' | 'record-dates' | 'mark-overdue' | 'reply' | 'recommend' | 'unrecommend';

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
