import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Area } from './area.entity.js';
import { NeighbourSet } from './neighbour-set.entity.js';

/** The areas most like an area, the nearest first. */
@Entity('area_neighbours')
export class AreaNeighbour {
  @PrimaryColumn({ type: 'integer', name: 'set_id' })
  setId: number;

  @PrimaryColumn({ type: 'integer', name: 'area_id' })
  areaId: number;

  /** 1 to 20. */
  @PrimaryColumn({ type: 'smallint' })
  rank: number;

  @Index()
  @Column({ type: 'integer', name: 'neighbour_id' })
  neighbourId: number;

  @ManyToOne(() => NeighbourSet, { nullable: false })
  @JoinColumn({ name: 'set_id' })
  set: Relation<NeighbourSet>;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area>;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'neighbour_id' })
  neighbour: Relation<Area>;
}
