import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { User } from '#features/access/user.entity.js';

/** What one person was told, in their inbox. The mail that carries it is written beside it, or later in a digest. */
@Entity('notices')
@Index(['userId', 'writtenAt'])
export class Notice {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'user_id' })
  userId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'user_id' })
  user: Relation<User>;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'text' })
  subject: string;

  /** Plain text, paragraphs apart by an empty line, without address and salutation. */
  @Column({ type: 'text' })
  body: string;

  /** The page where the reader goes on; null where there is none. */
  @Column({ type: 'text', nullable: true })
  path: string | null;

  /** The fact that it reports, `<noun>:<id>`. */
  @Column({ type: 'text' })
  about: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;

  @Column({ type: 'timestamptz', name: 'read_at', nullable: true })
  readAt: Date | null;

  /** Null while it waits for a digest. */
  @Column({ type: 'timestamptz', name: 'mailed_at', nullable: true })
  mailedAt: Date | null;
}
