import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Area } from './area.entity.js';

/** The class of like areas that a published scheme puts an area in. */
@Entity('area_classes')
export class AreaClass {
  @PrimaryColumn({ type: 'integer', name: 'area_id' })
  areaId: number;

  /** `ons-global`, `ons-economic`, `ons-demographic`. */
  @PrimaryColumn({ type: 'text' })
  scheme: string;

  /** Year of its boundaries, or "undated". */
  @PrimaryColumn({ type: 'text' })
  edition: string;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area>;

  @Column({ type: 'text', name: 'class' })
  class: string;
}
