import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type DecisionSubject, type OutcomeReason } from '#domain/council/council-decision.js';
import { type DecisionState } from '#domain/council/decision-workflow.js';
import { Mission } from '#features/missions/mission.entity.js';

/** A decision that the council takes together. Public from its close on, and unchanged from then on. */
@Entity('council_decisions')
@Index(['closedAt'])
export class CouncilDecision {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** `CD-2026-7K3D` */
  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'text' })
  subject: DecisionSubject;

  /** Which inquiry, report or alert; '' where the mission says enough. */
  @Column({ type: 'text' })
  about: string;

  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  @Column({ type: 'text' })
  title: string;

  /** What is decided, word for word. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text' })
  state: DecisionState;

  @Column({ type: 'uuid', name: 'proposed_by' })
  proposedBy: string;

  @Column({ type: 'text', name: 'proposed_by_name' })
  proposedByName: string;

  @Column({ type: 'timestamptz', name: 'proposed_at' })
  proposedAt: Date;

  @Column({ type: 'uuid', name: 'opened_by', nullable: true })
  openedBy: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt: Date | null;

  /** The quorum rule of the day it was opened. */
  @Column({ type: 'integer', name: 'least_number', nullable: true })
  leastNumber: number | null;

  /** Percent of the members in office. */
  @Column({ type: 'integer', name: 'least_share', nullable: true })
  leastShare: number | null;

  /** Every vote makes a new version, so that nobody closes a count that they have not seen. */
  @Column({ type: 'timestamptz', name: 'last_part_at', nullable: true })
  lastPartAt: Date | null;

  @Column({ type: 'uuid', name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column({ type: 'text', name: 'closed_by_name', nullable: true })
  closedByName: string | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'boolean', nullable: true })
  adopted: boolean | null;

  @Column({ type: 'text', name: 'outcome_reason', nullable: true })
  outcomeReason: OutcomeReason | null;

  @Column({ type: 'text', nullable: true })
  minute: string | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
