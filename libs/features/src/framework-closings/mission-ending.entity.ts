import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique, VersionColumn } from 'typeorm';
import { type MissionOutcome } from '#domain/framework-closings/mission-outcome.js';
import { Mission } from '#features/missions/mission.entity.js';
import { FrameworkClosing } from './framework-closing.entity.js';

/** What becomes of one mission when its framework is closed, and why. */
@Entity('mission_endings')
@Unique(['closingId', 'missionId'])
export class MissionEnding {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'closing_id' })
  closingId: string;

  @ManyToOne(() => FrameworkClosing, { nullable: false })
  @JoinColumn({ name: 'closing_id' })
  closing: Relation<FrameworkClosing>;

  @Column({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;

  @Column({ type: 'text' })
  outcome: MissionOutcome;

  @Column({ type: 'text' })
  reason: string;

  /** The mission of another framework that carries it on. */
  @Column({ type: 'uuid', name: 'successor_id', nullable: true })
  successorId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'successor_id' })
  successor: Relation<Mission> | null;

  /** The chair who wrote it last. */
  @Column({ type: 'uuid', name: 'decided_by' })
  decidedBy: string;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
