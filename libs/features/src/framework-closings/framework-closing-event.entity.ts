import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type ClosingAction } from '#domain/framework-closings/closing-workflow.js';
import { FrameworkClosing } from './framework-closing.entity.js';

/** One move of a closing; announcements that were taken back stay readable. */
@Entity('framework_closing_events', { comment: 'append-only: the history of every closing' })
export class FrameworkClosingEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of happening, over all closings. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Index()
  @Column({ type: 'uuid', name: 'closing_id' })
  closingId: string;

  @ManyToOne(() => FrameworkClosing, { nullable: false })
  @JoinColumn({ name: 'closing_id' })
  closing: Relation<FrameworkClosing>;

  @Column({ type: 'text' })
  action: ClosingAction;

  @Column({ type: 'text', name: 'actor_name' })
  actorName: string;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
