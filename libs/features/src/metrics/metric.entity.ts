import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type YearKind } from '#domain/observations/year-kind.js';

/** From which period on figures are not comparable with those before, and why. */
export interface SeriesBreakEntry {
  from: string;
  what: string;
}

export type MetricDirection = 'higher-is-better' | 'lower-is-better';

export interface MetricSource {
  publisher: string;
  title: string;
  url?: string;
  licence: string;
}

/** What is measured: unit, direction and source. Direction is never guessed. */
@Entity('metrics')
export class Metric {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'text', unique: true })
  slug: string;

  @Column({ type: 'text' })
  name: string;

  /** The texts by which published files call it. */
  @Column({ type: 'text', array: true })
  indicators: string[];

  @Column({ type: 'text' })
  unit: string;

  @Column({ type: 'text' })
  measure: string;

  @Column({ type: 'text' })
  direction: MetricDirection;

  @Column({ type: 'integer' })
  decimals: number;

  /** Half of it is the error of a figure that has no interval. */
  @Column({ type: 'double precision', name: 'rounding_unit' })
  roundingUnit: number;

  @Column({ type: 'text' })
  basis: 'nominal' | 'real' | 'not-money';

  @Column({ type: 'text' })
  place: 'residence' | 'workplace' | 'not-applicable';

  @Column({ type: 'text' })
  geography: string;

  @Column({ type: 'jsonb' })
  source: MetricSource;

  @Column({ type: 'text', nullable: true })
  caveat: string | null;

  @Column({ type: 'text', name: 'proxy_for', nullable: true })
  proxyFor: string | null;

  /** How the proxy differs from what the headline asks for. */
  @Column({ type: 'text', name: 'proxy_note', nullable: true })
  proxyNote: string | null;

  /** Slug of the headline metric that this is a published part of (men's and women's healthy life expectancy). */
  @Column({ type: 'text', name: 'part_of', nullable: true })
  partOf: string | null;

  @Column({ type: 'boolean' })
  exploratory: boolean;

  @Column({ type: 'text', name: 'year_kind', default: 'calendar' })
  yearKind: YearKind;

  /** 1 to 12: the month that a bare year stands for in a series of snapshots. */
  @Column({ type: 'smallint', name: 'snapshot_month', nullable: true })
  snapshotMonth: number | null;

  /** Is a larger area's figure an average of its parts (a rate, a median) or their total? Null: neither. */
  @Column({ type: 'text', nullable: true })
  combines: 'average' | 'total' | null;

  /** How far a place's own council controls the figure; null where nobody has said. */
  @Column({ type: 'text', name: 'place_control', nullable: true })
  placeControl: 'none' | 'shared' | 'full' | null;

  @Column({ type: 'text', name: 'place_control_note', nullable: true })
  placeControlNote: string | null;

  /** The method that decides verdicts on this metric; the interim path where none is named. */
  @Column({ type: 'text', nullable: true })
  method: string | null;

  @Column({ type: 'text', nullable: true })
  accreditation: 'accredited-official-statistics' | 'official-statistics' | 'official-statistics-in-development' | 'not-official-statistics' | null;

  @Column({ type: 'jsonb', name: 'series_breaks', default: () => `'[]'` })
  seriesBreaks: SeriesBreakEntry[];

  @Column({ type: 'jsonb', name: 'count_behind', nullable: true })
  countBehind: { kind: 'binomial' | 'poisson'; n: number; area?: string } | null;
}
