import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Report } from './report.entity.js';

/** The days on which departments see their missions' parts of a report and may reply. */
@Entity('fact_check_windows')
@Unique(['reportId', 'number'])
export class FactCheckWindow {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'report_id' })
  reportId: string;

  @ManyToOne(() => Report, { nullable: false })
  @JoinColumn({ name: 'report_id' })
  report: Relation<Report>;

  /** From 1. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'date', name: 'opens_on' })
  opensOn: string;

  /** The last day. */
  @Column({ type: 'date', name: 'closes_on' })
  closesOn: string;

  /** Given up where the report went back to writing. */
  @Column({ type: 'text' })
  state: 'open' | 'closed' | 'given-up';
}
