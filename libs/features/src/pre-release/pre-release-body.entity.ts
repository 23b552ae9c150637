import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { PreReleaseWindow } from './pre-release-window.entity.js';

/** A body that sees its own figures of a release before the hour. Public afterwards. */
@Entity('pre_release_bodies', { comment: 'append-only: who sees a release before its hour' })
export class PreReleaseBody {
  @PrimaryColumn({ type: 'uuid', name: 'window_id' })
  windowId: string;

  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => PreReleaseWindow, (window) => window.bodies, { nullable: false })
  @JoinColumn({ name: 'window_id' })
  window: Relation<PreReleaseWindow>;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;
}
