import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type ConsultationState } from '#domain/consultations/consultation-status.js';
import { type ConsultationDocument } from '#domain/consultations/new-consultation.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type ConsultationReply } from './consultation-reply.entity.js';

/** What a department or the council asks places and devolved governments of a mission or target. */
@Entity('consultations')
export class Consultation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  /** Null where it is about the whole mission. */
  @Column({ type: 'uuid', name: 'target_id', nullable: true })
  targetId: string | null;

  @ManyToOne(() => Target, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'target_id' })
  target: Relation<Target> | null;

  /** Who asks. */
  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  question: string;

  @Column({ type: 'jsonb' })
  documents: ConsultationDocument[];

  /** Asked of every sub-national body, also of one that comes before it opens. */
  @Column({ type: 'boolean', name: 'every_body' })
  everyBody: boolean;

  /** First and last day for replies. */
  @Column({ type: 'date', name: 'opens_on' })
  opensOn: string;

  @Column({ type: 'date', name: 'closes_on' })
  closesOn: string;

  /** The day by which the asker says what was changed and why. */
  @Column({ type: 'date', name: 'respond_by' })
  respondBy: string;

  @Column({ type: 'text' })
  state: ConsultationState;

  /** What was changed. */
  @Column({ type: 'text', nullable: true })
  changes: string | null;

  /** Why; of a withdrawn one why it was withdrawn. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'uuid', name: 'opened_by' })
  openedBy: string;

  @Column({ type: 'timestamptz', name: 'announced_at' })
  announcedAt: Date;

  /** When it was responded to or withdrawn. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** When the response was marked overdue. The mark stays. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  @OneToMany('ConsultationReply', 'consultation')
  replies: Relation<ConsultationReply[]>;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
