import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type SuccessionKind } from '#domain/areas/succession.js';
import { Area } from './area.entity.js';

/** One code came after another: one to many where an area was split, many to one where areas were merged. */
@Entity('area_successions')
export class AreaSuccession {
  @PrimaryColumn({ type: 'integer', name: 'area_id' })
  areaId: number;

  @Index()
  @PrimaryColumn({ type: 'integer', name: 'successor_id' })
  successorId: number;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area>;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'successor_id' })
  successor: Relation<Area>;

  /** First day of what came after; null where no file says. */
  @Column({ type: 'date', nullable: true })
  since: string | null;

  @Column({ type: 'text' })
  kind: SuccessionKind;

  /** The file, or the order that is known. */
  @Column({ type: 'text' })
  source: string;
}
