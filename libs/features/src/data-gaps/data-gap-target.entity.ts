import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Target } from '#features/missions/target.entity.js';
import { DataGap } from './data-gap.entity.js';

/** A target that a gap concerns, as last seen. A target that leaves its framework's file takes its line with it. */
@Entity('data_gap_targets')
export class DataGapTarget {
  @PrimaryColumn({ type: 'uuid', name: 'data_gap_id' })
  dataGapId: string;

  @PrimaryColumn({ type: 'uuid', name: 'target_id' })
  targetId: string;

  @ManyToOne(() => DataGap, (gap) => gap.targets, { nullable: false })
  @JoinColumn({ name: 'data_gap_id' })
  gap: Relation<DataGap>;

  @ManyToOne(() => Target, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'target_id' })
  target: Relation<Target>;
}
