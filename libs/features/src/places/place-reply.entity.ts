import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { User } from '#features/access/user.entity.js';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** The words of a place's own council on its figures: a version of them, or the line that withdraws them. The newest version stands. */
@Entity('place_replies', { comment: 'append-only: what places have replied to their figures' })
export class PlaceReply {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Index()
  @Column({ type: 'integer', name: 'area_id' })
  areaId: number;

  @ManyToOne(() => Area, { nullable: false })
  @JoinColumn({ name: 'area_id' })
  area: Relation<Area>;

  /** The figures that it is about; null for all of the place. */
  @Column({ type: 'integer', name: 'metric_id', nullable: true })
  metricId: number | null;

  @ManyToOne(() => Metric, { nullable: true })
  @JoinColumn({ name: 'metric_id' })
  metric: Relation<Metric> | null;

  /** 1, 2 … for one place and metric. */
  @Column({ type: 'integer' })
  version: number;

  /** At most 2,000 characters; null in the line that withdraws. */
  @Column({ type: 'text', nullable: true })
  words: string | null;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  /** As it was called when it wrote. */
  @Column({ type: 'text', name: 'organisation_name' })
  organisationName: string;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'author_id' })
  author: Relation<User>;

  /** When these words were published first; a withdrawal keeps it. */
  @Column({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
