import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { FundingFile } from './funding-file.entity.js';

/** How many grants a council had in a year, and how much of their money was ring-fenced, as published. */
@Entity('authority_grants', { comment: 'append-only: grants of councils as published, one row a row of the file' })
@Check('ck_authority_grants_share', 'grants >= 0 AND ring_fenced >= 0 AND ring_fenced <= total')
export class AuthorityGrants {
  @PrimaryColumn({ type: 'integer', name: 'file_id' })
  fileId: number;

  @ManyToOne(() => FundingFile, { nullable: false })
  @JoinColumn({ name: 'file_id' })
  file: Relation<FundingFile>;

  /** As a spreadsheet counts: the header is row 1. */
  @PrimaryColumn({ type: 'integer' })
  row: number;

  /** Null where the register has no such area. */
  @Index()
  @Column({ type: 'integer', name: 'area_id', nullable: true })
  areaId: number | null;

  @ManyToOne(() => Area, { nullable: true })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area> | null;

  @Column({ type: 'text' })
  council: string;

  /** As published: `2023/24`. */
  @Column({ type: 'text' })
  year: string;

  @Column({ type: 'integer' })
  grants: number;

  /** Pounds that may be spent on one thing only. */
  @Column({ type: 'numeric', name: 'ring_fenced' })
  ringFenced: string;

  /** Pounds of all grants. */
  @Column({ type: 'numeric' })
  total: string;
}
