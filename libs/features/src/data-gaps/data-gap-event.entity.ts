import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type DataGapState } from '#domain/data-gaps/data-gap-kind.js';
import { type DataGapAction } from '#domain/data-gaps/data-gap-workflow.js';
import { DataGap } from './data-gap.entity.js';

/** What happened to a gap: the workflow's moves, its opening, and changes that move nothing. */
export type DataGapEventAction = DataGapAction | 'open' | 'change';

/** One line of a gap's public timeline. */
@Entity('data_gap_events', { comment: 'append-only: the history of every data gap' })
export class DataGapEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all gaps. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'data_gap_id' })
  dataGapId: string;

  @ManyToOne(() => DataGap, { nullable: false })
  @JoinColumn({ name: 'data_gap_id' })
  gap: Relation<DataGap>;

  @Column({ type: 'text' })
  action: DataGapEventAction;

  @Column({ type: 'text', name: 'to_state' })
  toState: DataGapState;

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  /** Who, by name and office: changes of the register are signed. `Waymark` for the system. */
  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  /** What changed, from what to what, and why. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
