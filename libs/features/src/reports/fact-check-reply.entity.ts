import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type FactCheckReplyState } from '#domain/reports/report-status.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { FactCheckWindow } from './fact-check-window.entity.js';
import { ReportSection } from './report-section.entity.js';

/** A lead department's right of reply on one mission's text. */
@Entity('fact_check_replies')
@Unique(['windowId', 'sectionId'])
export class FactCheckReply {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'window_id' })
  windowId: string;

  @ManyToOne(() => FactCheckWindow, { nullable: false })
  @JoinColumn({ name: 'window_id' })
  window: Relation<FactCheckWindow>;

  @Index()
  @Column({ type: 'uuid', name: 'section_id' })
  sectionId: string;

  @ManyToOne(() => ReportSection, { nullable: false })
  @JoinColumn({ name: 'section_id' })
  section: Relation<ReportSection>;

  /** The version of the text that is checked. */
  @Column({ type: 'integer', name: 'text_version' })
  textVersion: number;

  /** Who leads the mission; null in a vacancy. */
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation> | null;

  @Column({ type: 'text' })
  state: FactCheckReplyState;

  @Column({ type: 'text', default: '' })
  text: string;

  @Column({ type: 'uuid', name: 'drafted_by', nullable: true })
  draftedBy: string | null;

  @Column({ type: 'uuid', name: 'sent_by', nullable: true })
  sentBy: string | null;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
