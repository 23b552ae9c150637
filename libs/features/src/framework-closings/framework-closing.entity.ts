import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type ClosingState } from '#domain/framework-closings/closing-workflow.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { type MissionEnding } from './mission-ending.entity.js';

/** That a framework is to be closed, or was. One a framework. */
@Entity('framework_closings')
export class FrameworkClosing {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'framework_id', unique: true })
  frameworkId: string;

  @ManyToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  @Column({ type: 'text' })
  state: ClosingState;

  /** The day in London from whose beginning on it is closed. */
  @Column({ type: 'date', name: 'closes_on' })
  closesOn: string;

  @Column({ type: 'text' })
  reason: string;

  /** The decision that the council took together. */
  @Column({ type: 'uuid', name: 'decision_id' })
  decisionId: string;

  @ManyToOne(() => CouncilDecision, { nullable: false })
  @JoinColumn({ name: 'decision_id' })
  decision: Relation<CouncilDecision>;

  /** The chair who wrote it last. */
  @Column({ type: 'uuid', name: 'prepared_by' })
  preparedBy: string;

  @Column({ type: 'uuid', name: 'announced_by', nullable: true })
  announcedBy: string | null;

  @Column({ type: 'text', name: 'announced_by_name', nullable: true })
  announcedByName: string | null;

  @Column({ type: 'timestamptz', name: 'announced_at', nullable: true })
  announcedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @OneToMany('MissionEnding', 'closing')
  endings: Relation<MissionEnding[]>;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
