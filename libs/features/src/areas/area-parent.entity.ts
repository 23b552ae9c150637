import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { type Hierarchy } from '#domain/areas/hierarchy.js';
import { type ParentSource } from '#domain/areas/parentage.js';
import { Area } from './area.entity.js';

/** An area lies in another, in one of the trees that do not nest in one another. */
@Entity('area_parents')
export class AreaParent {
  @PrimaryColumn({ type: 'integer', name: 'area_id' })
  areaId: number;

  @Index()
  @PrimaryColumn({ type: 'integer', name: 'parent_id' })
  parentId: number;

  @PrimaryColumn({ type: 'text' })
  hierarchy: Hierarchy;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area>;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'parent_id' })
  parent: Relation<Area>;

  /** The days on which both codes stand; null where a side is open. */
  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom: string | null;

  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo: string | null;

  /** It lies in it by and large only: a combined authority that reaches out of its region, an island for its whole council area. */
  @Column({ type: 'boolean', name: 'best_fit', default: false })
  bestFit: boolean;

  @Column({ type: 'text' })
  source: ParentSource;
}
