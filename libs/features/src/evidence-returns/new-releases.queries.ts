import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewRelease } from '#domain/evidence-returns/evidence-return-content.js';
import { Clock, londonDate } from '#platform/clock/clock.js';
import { onceARequest } from '#platform/request-memo/request-memo.js';

/** Finds what was published of a mission's headline metrics. */
@Injectable()
export class NewReleases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Releases with figures of a headline metric whose hour came after an instant and has come by now, oldest first: nothing is told
   * of one that is still under embargo.
   */
  async since(missionId: string | null, after: Date, manager: EntityManager = this.dataSource.manager): Promise<NewRelease[]> {
    return onceARequest(`new releases ${missionId} ${after.toISOString()}`, () => this.read(missionId, after, manager));
  }

  private async read(missionId: string | null, after: Date, manager: EntityManager): Promise<NewRelease[]> {
    const rows: (Omit<NewRelease, 'publishedOn'> & { knownAt: Date })[] = await manager.query(
      `SELECT r.publisher, r.file_name AS "fileName", m.name AS metric, COALESCE(r.published_at, r.imported_at) AS "knownAt"
         FROM releases r
         JOIN release_metrics rm ON rm.release_id = r.id
         JOIN metrics m ON m.id = rm.metric_id
        WHERE rm.metric_id IN (SELECT t.metric_id FROM targets t WHERE t.mission_id = $1 AND t.role = 'headline')
          AND COALESCE(r.published_at, r.imported_at) > $2 AND COALESCE(r.published_at, r.imported_at) <= $3
        ORDER BY 4, r.id, m.name`,
      [missionId, after, this.clock.now()],
    );
    return rows.map(({ knownAt, ...release }) => ({ ...release, publishedOn: londonDate(knownAt) }));
  }
}
