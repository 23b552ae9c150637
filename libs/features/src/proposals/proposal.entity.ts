import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type ProposalOutcome, type ProposalState } from '#domain/proposals/proposal-status.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** What a place or director asks of a department. Public from its receipt. */
@Entity('local_proposals')
export class Proposal {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  /** Who proposes. */
  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  /** Who is to answer. */
  @Column({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'department_id' })
  department: Relation<Organisation>;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  /** The place, by code: codes come and go with the register of areas. */
  @Index()
  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  /** As it was called when the proposal was received. */
  @Column({ type: 'text', name: 'area_name' })
  areaName: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  ask: string;

  @Column({ type: 'text' })
  cost: string;

  @Column({ type: 'text' })
  evidence: string;

  @Column({ type: 'text' })
  state: ProposalState;

  @Column({ type: 'text', nullable: true })
  outcome: ProposalOutcome | null;

  /** The department's answer, or why the proposal was withdrawn. */
  @Column({ type: 'text', nullable: true })
  words: string | null;

  @Column({ type: 'uuid', name: 'submitted_by' })
  submittedBy: string;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: Date;

  @Column({ type: 'date', name: 'answer_due_on' })
  answerDueOn: string;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Working days before the due date of the last reminder; null before the first. */
  @Column({ type: 'integer', name: 'reminded_before', nullable: true })
  remindedBefore: number | null;

  /** When it was marked overdue. The mark stays. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
