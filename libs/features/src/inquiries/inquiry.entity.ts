import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type InquiryOrigin, type InquiryState } from '#domain/inquiries/inquiry-status.js';
import { type InquiryMission } from './inquiry-mission.entity.js';

/** What the council looks into, of its own motion or on commission. That it does is public from the first day. */
@Entity('inquiries')
export class Inquiry {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  scope: string;

  @Column({ type: 'text' })
  origin: InquiryOrigin;

  /** Of a commissioned one: who commissioned it, and when. */
  @Column({ type: 'text', name: 'commissioned_by', nullable: true })
  commissionedBy: string | null;

  @Column({ type: 'date', name: 'commissioned_on', nullable: true })
  commissionedOn: string | null;

  @Column({ type: 'date', name: 'expected_end' })
  expectedEnd: string;

  @Column({ type: 'text' })
  state: InquiryState;

  @Column({ type: 'uuid', name: 'opened_by' })
  openedBy: string;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  /** When its questions, findings or drafts last changed: moves the version, so that nothing is published that was not seen. */
  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt: Date;

  /** Number of the version of the findings that was published. */
  @Column({ type: 'integer', name: 'published_findings', nullable: true })
  publishedFindings: number | null;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** When it was closed or abandoned, and why. */
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', name: 'end_reason', nullable: true })
  endReason: string | null;

  @OneToMany('InquiryMission', 'inquiry')
  missions: Relation<InquiryMission[]>;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
