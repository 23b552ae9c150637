import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Director } from './director.entity.js';

/** An entry of the directory as it was after a change. */
@Entity('director_events', { comment: 'append-only: the directory of directors as it was after each change' })
export class DirectorEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all directors. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'director_id' })
  directorId: string;

  @ManyToOne(() => Director, { nullable: false })
  @JoinColumn({ name: 'director_id' })
  director: Relation<Director>;

  @Column({ type: 'jsonb' })
  entry: Pick<Director, 'name' | 'places' | 'contact' | 'appointedBy' | 'since' | 'until'>;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
