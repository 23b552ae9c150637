import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type QuestionState } from '#domain/inquiries/inquiry-status.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Inquiry } from './inquiry.entity.js';

/** Evidence that an inquiry asks of one organisation. Question and answer are the two's own until the findings are published. */
@Entity('inquiry_questions')
export class InquiryQuestion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'inquiry_id' })
  inquiryId: string;

  @ManyToOne(() => Inquiry, { nullable: false })
  @JoinColumn({ name: 'inquiry_id' })
  inquiry: Relation<Inquiry>;

  @Index()
  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @Column({ type: 'text' })
  question: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  @Column({ type: 'text' })
  state: QuestionState;

  @Column({ type: 'uuid', name: 'asked_by' })
  askedBy: string;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  /** Null until answered. */
  @Column({ type: 'boolean', nullable: true })
  confidential: boolean | null;

  /** Public with the findings, where the words are not. */
  @Column({ type: 'text', name: 'confidential_reason', nullable: true })
  confidentialReason: string | null;

  /** Whether the findings quote it, whole; null until they are published. */
  @Column({ type: 'boolean', nullable: true })
  quoted: boolean | null;

  @Column({ type: 'uuid', name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column({ type: 'text', name: 'withdrawn_reason', nullable: true })
  withdrawnReason: string | null;

  /** Working days before the due date of the last reminder; null before the first. */
  @Column({ type: 'integer', name: 'reminded_before', nullable: true })
  remindedBefore: number | null;

  /** When it was marked overdue. The mark stays. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
