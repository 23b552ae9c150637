import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Letter } from './letter.entity.js';

/** The file that came with a letter, looked into before it was kept. */
@Entity('letter_files', { comment: 'append-only: files that came with letters' })
export class LetterFile {
  @PrimaryColumn({ type: 'uuid', name: 'letter_id' })
  letterId: string;

  @OneToOne(() => Letter, { nullable: false })
  @JoinColumn({ name: 'letter_id' })
  letter: Relation<Letter>;

  @Column({ type: 'text' })
  name: string;

  /** Media type. */
  @Column({ type: 'text' })
  type: string;

  /** SHA-256 in hex. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'bytea', select: false })
  bytes: Buffer;
}
