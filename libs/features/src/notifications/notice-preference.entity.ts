import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '#features/access/user.entity.js';

/** How a person is told by mail; the inbox has everything at once. */
export type MailRhythm = 'each' | 'daily' | 'weekly';

/** What a person has chosen; whoever has chosen nothing is told of each. */
@Entity('notice_preferences')
export class NoticePreference {
  @PrimaryColumn({ type: 'uuid', name: 'user_id', primaryKeyConstraintName: 'pk_notice_preferences' })
  userId: string;

  @OneToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'user_id' })
  user: Relation<User>;

  @Column({ type: 'text' })
  mail: MailRhythm;
}
