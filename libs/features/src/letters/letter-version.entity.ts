import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { type Addressee } from '#domain/letters/letter-blockers.js';
import { User } from '#features/access/user.entity.js';
import { Letter } from './letter.entity.js';

/** A letter as it was at one saving: who changed what stays readable for the council. */
@Entity('letter_versions', { comment: 'append-only: every saving of a letter' })
@Unique('uq_letter_versions_letter_id_number', ['letterId', 'number'])
export class LetterVersion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'letter_id' })
  letterId: string;

  @ManyToOne(() => Letter, { nullable: false })
  @JoinColumn({ name: 'letter_id' })
  letter: Relation<Letter>;

  /** From 1. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'jsonb' })
  addressees: Addressee[];

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'integer', name: 'answer_working_days', nullable: true })
  answerWorkingDays: number | null;

  /** Null: drafted by the service from the facts. */
  @Column({ type: 'uuid', name: 'saved_by', nullable: true })
  savedBy: string | null;

  @ManyToOne(() => User, { nullable: true })
  @JoinColumn({ name: 'saved_by' })
  saver: Relation<User> | null;

  @Column({ type: 'timestamptz', name: 'saved_at' })
  savedAt: Date;
}
