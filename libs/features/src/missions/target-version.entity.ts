import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Target, type TargetDefinition } from './target.entity.js';

/** What a target asked for from a day on. The first is the one first published; a target that was never reset has none. */
@Entity('target_versions', { comment: 'append-only: what each target has asked for, and who changed it' })
@Unique(['targetId', 'number'])
export class TargetVersion {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'target_id' })
  targetId: string;

  @ManyToOne(() => Target, { nullable: false })
  @JoinColumn({ name: 'target_id' })
  target: Relation<Target>;

  /** 1 is the first published. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'jsonb' })
  definition: TargetDefinition;

  /** ISO date. */
  @Column({ type: 'date', name: 'from_date' })
  from: string;

  @Column({ type: 'text' })
  reason: string;

  /** Who set it, in words: "HM Treasury, Budget of March 2027". */
  @Column({ type: 'text', name: 'set_by' })
  setBy: string;

  @Column({ type: 'uuid', name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column({ type: 'text', name: 'recorder_name' })
  recorderName: string;

  /** The interim review that it followed from, by its reference. */
  @Column({ type: 'text', name: 'interim_review', nullable: true })
  interimReview: string | null;

  /** It was off track or worse when it was changed. */
  @Column({ type: 'boolean', name: 'while_off_track' })
  whileOffTrack: boolean;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;
}
