import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource, LessThanOrEqual, MoreThan } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { isWindowOpen } from '#domain/pre-release/pre-release-window.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { periodOf } from '#features/observations/stored-period.js';
import { Release } from '#features/releases/release.entity.js';
import { Clock } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { PreReleaseBody } from './pre-release-body.entity.js';
import { PreReleaseWindow } from './pre-release-window.entity.js';

/** A figure of one place in a release under embargo, the latest of its metric. */
export interface EmbargoedFigure {
  metric: { id: number; slug: string; name: string; unit: string; decimals: number };
  areaId: number;
  value: number | null;
  /** "2025/26" */
  period: string;
  /** The comment that stands; null where there is none. */
  words: string | null;
}

interface FigureRow extends Omit<EmbargoedFigure, 'period'> {
  start: string;
  months: number;
}

/** Reads of windows: a body sees the figures of its own place in one release, inside the hours, and nothing else. */
@Injectable()
export class PreReleaseQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Releases whose hour has not come, each with its window where it has one. */
  async embargoed(actor: Actor): Promise<{ release: Release; window: PreReleaseWindow | undefined }[]> {
    requirePermission(actor, 'observation.import');
    const releases = await this.dataSource.getRepository(Release).find({ where: { publishedAt: MoreThan(this.clock.now()) }, order: { publishedAt: 'ASC', id: 'ASC' } });
    const windows = await this.dataSource.getRepository(PreReleaseWindow).find({ relations: { bodies: { organisation: true } } });
    return releases.map((release) => ({ release, window: windows.find(({ releaseId }) => releaseId === release.id) }));
  }

  /** Bodies that are the council of a place, by name. */
  async possibleBodies(): Promise<Organisation[]> {
    return this.dataSource.getRepository(Organisation).createQueryBuilder('body').where(`body.kind = 'sub-national' AND body.areaCode IS NOT NULL`).orderBy('body.name').getMany();
  }

  /** The windows that are open now for the actor's body. */
  async openFor(actor: Actor): Promise<PreReleaseWindow[]> {
    requirePermission(actor, 'place.reply');
    if (actor.organisationId === null) return [];
    const bodies = await this.dataSource.getRepository(PreReleaseBody).find({ where: { organisationId: actor.organisationId }, relations: { window: { release: true } } });
    const now = this.clock.now();
    return bodies.map(({ window }) => window).filter((window) => isWindowOpen({ publishedAt: window.release.publishedAt, hoursBefore: window.hoursBefore }, now));
  }

  /** @throws ApplicationError 404 unknown, 403 not named for it, 409 outside its hours */
  async forBody(actor: Actor, windowId: string): Promise<{ window: PreReleaseWindow; organisation: Organisation; figures: EmbargoedFigure[] }> {
    requirePermission(actor, 'place.reply');
    const window = isUUID(windowId) ? await this.dataSource.getRepository(PreReleaseWindow).findOne({ where: { id: windowId }, relations: { release: true, bodies: { organisation: true } } }) : null;
    if (!window) throw ApplicationError.notFound('That window');
    const organisation = window.bodies.find(({ organisationId }) => organisationId === actor.organisationId)?.organisation;
    if (!organisation?.areaCode) throw ApplicationError.forbidden('Your organisation is not named for this release', 'not-named');
    if (!isWindowOpen({ publishedAt: window.release.publishedAt, hoursBefore: window.hoursBefore }, this.clock.now())) throw ApplicationError.conflict('The window is not open', 'window-closed');
    return { window, organisation, figures: await this.figures(window, organisation) };
  }

  /** Windows whose release is public, the newest first, with the bodies that had access. */
  async past(): Promise<PreReleaseWindow[]> {
    return this.dataSource.getRepository(PreReleaseWindow).find({
      where: { release: { publishedAt: LessThanOrEqual(this.clock.now()) } }, relations: { release: true, bodies: { organisation: true } },
      order: { release: { publishedAt: 'DESC' }, bodies: { organisation: { name: 'ASC' } } },
    });
  }

  private async figures({ id, releaseId }: PreReleaseWindow, { id: organisationId, areaCode }: Organisation): Promise<EmbargoedFigure[]> {
    const rows: FigureRow[] = await this.dataSource.query(
      `SELECT DISTINCT ON (m.name, m.id) json_build_object('id', m.id, 'slug', m.slug, 'name', m.name, 'unit', m.unit, 'decimals', m.decimals) AS metric, a.id AS "areaId", o.value,
              to_char(o.period_start, 'YYYY-MM-DD') AS start, o.period_months AS months,
              (SELECT c.words FROM pre_release_comments c WHERE c.window_id = $1 AND c.organisation_id = $2 AND c.metric_id = m.id ORDER BY c.id DESC LIMIT 1) AS words
         FROM observations o
         JOIN metrics m ON m.id = o.metric_id
         JOIN areas a ON a.id = o.area_id
        WHERE o.release_id = $3 AND a.code = $4
        ORDER BY m.name, m.id, o.period_start DESC, o.period_months DESC`,
      [id, organisationId, releaseId, areaCode],
    );
    return rows.map(({ start, months, ...row }) => ({ ...row, period: periodOf(start, months).label }));
  }
}
