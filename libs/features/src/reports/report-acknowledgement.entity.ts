import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Report } from './report.entity.js';

/** A warning that somebody of the council has acknowledged, in the warning's very words. */
@Entity('report_acknowledgements', { comment: 'append-only: warnings that were acknowledged by name' })
export class ReportAcknowledgement {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'report_id' })
  reportId: string;

  @ManyToOne(() => Report, { nullable: false })
  @JoinColumn({ name: 'report_id' })
  report: Relation<Report>;

  /** The edition in the making. */
  @Column({ type: 'integer' })
  edition: number;

  @Column({ type: 'text' })
  key: string;

  @Column({ type: 'text' })
  message: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', name: 'actor_id' })
  actorId: string;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
