import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { FundingFile } from './funding-file.entity.js';
import { Fund } from './fund.entity.js';

/** One award as published, to a project by its code or to a place by its name. Amounts that do not add up stay as they are. */
@Entity('funding_awards', { comment: 'append-only: awards as published, one row a row of the file' })
@Check('ck_funding_awards_named', 'num_nonnulls(code, place) > 0')
export class FundingAward {
  @PrimaryColumn({ type: 'integer', name: 'file_id' })
  fileId: number;

  @ManyToOne(() => FundingFile, { nullable: false })
  @JoinColumn({ name: 'file_id' })
  file: Relation<FundingFile>;

  /** As a spreadsheet counts: the header is row 1. */
  @PrimaryColumn({ type: 'integer' })
  row: number;

  @Index()
  @Column({ type: 'integer', name: 'fund_id' })
  fundId: number;

  @ManyToOne(() => Fund, { nullable: false })
  @JoinColumn({ name: 'fund_id' })
  fund: Relation<Fund>;

  /** The publisher's code of a project. */
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'text', nullable: true })
  place: string | null;

  /** The council as published. */
  @Column({ type: 'text', nullable: true })
  council: string | null;

  /** The council in the register of areas; null where the file names none, or it did not match. */
  @Index()
  @Column({ type: 'integer', name: 'area_id', nullable: true })
  areaId: number | null;

  @ManyToOne(() => Area, { nullable: true })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area> | null;

  /** Financial year of the award as published; null where the file does not say. */
  @Column({ type: 'text', nullable: true })
  year: string | null;

  /** Pounds for day-to-day spending; null where the file gives none. */
  @Column({ type: 'numeric', nullable: true })
  rdel: string | null;

  /** Pounds for capital. */
  @Column({ type: 'numeric', nullable: true })
  cdel: string | null;

  /** Pounds in all, as published. */
  @Column({ type: 'numeric', nullable: true })
  total: string | null;

  /** Does the published total equal the sum of the published parts? Null where the file is without money. */
  @Column({ type: 'boolean', name: 'sum_as_published', nullable: true })
  sumAsPublished: boolean | null;
}
