import { Check, Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Release } from '#features/releases/release.entity.js';
import { type PreReleaseBody } from './pre-release-body.entity.js';

/** The hours in which named bodies see their own figures of a release under embargo. It moves with the release's hour. */
@Entity('pre_release_windows')
@Check('ck_pre_release_windows_hours', 'hours_before BETWEEN 1 AND 24')
export class PreReleaseWindow {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'integer', name: 'release_id', unique: true })
  releaseId: number;

  @ManyToOne(() => Release, { nullable: false })
  @JoinColumn({ name: 'release_id' })
  release: Relation<Release>;

  /** Hours before the release's hour. */
  @Column({ type: 'integer', name: 'hours_before' })
  hoursBefore: number;

  @Column({ type: 'uuid', name: 'opened_by' })
  openedBy: string;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  /** When the comments were published; null before the release's hour. */
  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @OneToMany('PreReleaseBody', 'window')
  bodies: Relation<PreReleaseBody[]>;
}
