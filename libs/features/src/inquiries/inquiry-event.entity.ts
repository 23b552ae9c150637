import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type InquiryAction, type InquiryState } from '#domain/inquiries/inquiry-status.js';
import { Inquiry } from './inquiry.entity.js';
import { InquiryQuestion } from './inquiry-question.entity.js';

export type InquiryEventAction = InquiryAction | 'open' | 'ask' | 'answer' | 'withdraw-question' | 'lapse' | 'remind' | 'mark-overdue';

/** One line of an inquiry's timeline. What is asked and answered is public with the findings; that something is overdue, at once. */
@Entity('inquiry_events', { comment: 'append-only: the timeline of every inquiry' })
export class InquiryEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all inquiries. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'inquiry_id' })
  inquiryId: string;

  @ManyToOne(() => Inquiry, { nullable: false })
  @JoinColumn({ name: 'inquiry_id' })
  inquiry: Relation<Inquiry>;

  /** Where it is about one question. */
  @Column({ type: 'uuid', name: 'question_id', nullable: true })
  questionId: string | null;

  @ManyToOne(() => InquiryQuestion, { nullable: true })
  @JoinColumn({ name: 'question_id' })
  question: Relation<InquiryQuestion> | null;

  @Column({ type: 'text' })
  action: InquiryEventAction;

  @Column({ type: 'text', name: 'to_state' })
  toState: InquiryState;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
