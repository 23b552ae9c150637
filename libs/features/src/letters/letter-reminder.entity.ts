import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Letter } from './letter.entity.js';

/** That people were told that a letter's answer is overdue. */
@Entity('letter_reminders', { comment: 'append-only: letters whose answer is overdue, as told' })
export class LetterReminder {
  @PrimaryColumn({ type: 'uuid', name: 'letter_id' })
  letterId: string;

  @OneToOne(() => Letter, { nullable: false })
  @JoinColumn({ name: 'letter_id' })
  letter: Relation<Letter>;

  @Column({ type: 'timestamptz', name: 'told_at' })
  toldAt: Date;
}
