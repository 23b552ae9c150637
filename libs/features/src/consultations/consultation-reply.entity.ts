import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type ReplyState } from '#domain/consultations/consultation-status.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Consultation } from './consultation.entity.js';

/** One invited body and its reply. */
@Entity('consultation_replies')
@Unique(['consultationId', 'organisationId'])
export class ConsultationReply {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'consultation_id' })
  consultationId: string;

  @ManyToOne(() => Consultation, (consultation) => consultation.replies, { nullable: false })
  @JoinColumn({ name: 'consultation_id' })
  consultation: Relation<Consultation>;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @Column({ type: 'text' })
  state: ReplyState;

  @Column({ type: 'text', default: '' })
  text: string;

  /** Null until decided. */
  @Column({ type: 'boolean', nullable: true })
  confidential: boolean | null;

  /** Public, where the words are not. */
  @Column({ type: 'text', name: 'confidential_reason', default: '' })
  confidentialReason: string;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** Working days before the last day of the last reminder; null before the first. */
  @Column({ type: 'integer', name: 'reminded_before', nullable: true })
  remindedBefore: number | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
