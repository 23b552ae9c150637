import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';

/** A metric that a release has figures of. */
export interface ReleasedMetric {
  id: number;
  slug: string;
  name: string;
  unit: string;
  licence: string;
  rows: number;
}

/** A metric with how many figures its file has, and when the newest came. */
export interface MetricDownload {
  id: number;
  unit: string;
  slug: string;
  name: string;
  publisher: string;
  licence: string;
  releases: number;
  rows: number;
  updated: Date;
}

export interface ReleaseDownload {
  id: number;
  fileName: string;
  publisher: string;
  checksum: string;
  rows: number;
  licences: string[];
  knownAt: Date;
}

const KNOWN_AT = 'COALESCE(r.published_at, r.imported_at)';

/** What there is to download, and how much of it; nothing of a release before its hour. */
@Injectable()
export class DownloadsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By slug. The caller knows that the release is published. */
  async metricsOf(releaseId: number): Promise<ReleasedMetric[]> {
    return this.dataSource.query(
      `SELECT m.id, m.slug, m.name, m.unit, m.source ->> 'licence' AS licence, rm.rows FROM release_metrics rm JOIN metrics m ON m.id = rm.metric_id WHERE rm.release_id = $1 ORDER BY m.slug`,
      [releaseId],
    );
  }

  /** By slug; `rows` counts every release's, of which the file has the newest of each cell. */
  async metrics(): Promise<MetricDownload[]> {
    return this.dataSource.query(
      `SELECT m.id, m.unit, m.slug, m.name, m.source ->> 'publisher' AS publisher, m.source ->> 'licence' AS licence, count(*)::integer AS releases, sum(rm.rows)::integer AS rows, max(${KNOWN_AT}) AS updated
         FROM metrics m JOIN release_metrics rm ON rm.metric_id = m.id JOIN releases r ON r.id = rm.release_id
        WHERE ${KNOWN_AT} <= $1 GROUP BY m.id ORDER BY m.slug`,
      [this.clock.now()],
    );
  }

  /** The newest first. */
  async releases(): Promise<ReleaseDownload[]> {
    return this.dataSource.query(
      `SELECT r.id, r.file_name AS "fileName", r.publisher, r.checksum, ${KNOWN_AT} AS "knownAt", coalesce(sum(rm.rows), 0)::integer AS rows,
              coalesce(array_agg(DISTINCT m.source ->> 'licence') FILTER (WHERE m.id IS NOT NULL), '{}') AS licences
         FROM releases r LEFT JOIN release_metrics rm ON rm.release_id = r.id LEFT JOIN metrics m ON m.id = rm.metric_id
        WHERE ${KNOWN_AT} <= $1 GROUP BY r.id ORDER BY ${KNOWN_AT} DESC, r.id DESC`,
      [this.clock.now()],
    );
  }

  async verdicts(): Promise<{ rows: number; updated: Date | null }> {
    const [row]: { rows: number; updated: Date | null }[] = await this.dataSource.query(
      `SELECT (count(*) + count(*) FILTER (WHERE components ? 'firstPublished'))::integer AS rows, max(given_at) AS updated FROM judgements`,
    );
    return row ?? { rows: 0, updated: null };
  }
}
