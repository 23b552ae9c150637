import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { User } from '#features/access/user.entity.js';

/** A levelling up director, for which places and from when to when. Public. */
@Entity('directors')
export class Director {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** The account, where the director has one. */
  @Column({ type: 'uuid', name: 'user_id', nullable: true })
  userId: string | null;

  @ManyToOne(() => User, { nullable: true })
  @JoinColumn({ name: 'user_id' })
  user: Relation<User> | null;

  @Column({ type: 'text' })
  name: string;

  /** Codes; they come and go with the register of areas. */
  @Column({ type: 'text', array: true })
  places: string[];

  @Column({ type: 'text' })
  contact: string;

  @Column({ type: 'text', name: 'appointed_by' })
  appointedBy: string;

  /** First and last day. */
  @Column({ type: 'date' })
  since: string;

  @Column({ type: 'date', nullable: true })
  until: string | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
