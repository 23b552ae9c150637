import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type ConsultationAction, type ReplyAction } from '#domain/consultations/consultation-status.js';
import { Consultation } from './consultation.entity.js';

/** One line of a consultation's history; of its replies only that they were sent, by whom. */
@Entity('consultation_events', { comment: 'append-only: the history of every consultation' })
export class ConsultationEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all consultations. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'consultation_id' })
  consultationId: string;

  @ManyToOne(() => Consultation, { nullable: false })
  @JoinColumn({ name: 'consultation_id' })
  consultation: Relation<Consultation>;

  @Column({ type: 'text' })
  action: ConsultationAction | ReplyAction | 'announce' | 'remind' | 'mark-overdue';

  /** The body whose reply it is about. */
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
