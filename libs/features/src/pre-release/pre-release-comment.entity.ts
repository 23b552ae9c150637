import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { PreReleaseWindow } from './pre-release-window.entity.js';

/** What a place says of a figure before its hour: a version, or the line that takes it back. The newest stands. */
@Entity('pre_release_comments', { comment: 'append-only: what places say of their figures before the hour; the newest stands' })
export class PreReleaseComment {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Index()
  @Column({ type: 'uuid', name: 'window_id' })
  windowId: string;

  @ManyToOne(() => PreReleaseWindow, { nullable: false })
  @JoinColumn({ name: 'window_id' })
  window: Relation<PreReleaseWindow>;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @Column({ type: 'integer', name: 'area_id' })
  areaId: number;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area>;

  @Column({ type: 'integer', name: 'metric_id' })
  metricId: number;

  @ManyToOne(() => Metric, { nullable: false })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric>;

  /** Null in the line that takes the words back. */
  @Column({ type: 'text', nullable: true })
  words: string | null;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;
}
