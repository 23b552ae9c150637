import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { ImportWarning } from './import-warning.entity.js';
import { Release } from './release.entity.js';

/** What a release changed of a metric, against what counted just before it. */
export interface Revision {
  moved: number;
  added: number;
  withdrawn: number;
  /** The largest change of a figure, in the metric's unit, without sign; null where none moved. */
  largestMove: number | null;
}

export interface ReleaseOfMetric {
  id: number;
  fileName: string;
  publisher: string;
  /** When it was published; when it was loaded, where nobody has said. */
  knownAt: Date;
  /** Cells, blank ones too. */
  rows: number;
  wholeSeries: boolean;
  startsNewSeries: boolean;
  /** Cells that the publisher marks as provisional. */
  provisional: number;
  /** Null for the first of a series, and while it is being worked out. */
  revision: Revision | null;
}

/** A release with what is counted of it. */
export interface ReleaseSummary {
  release: Release;
  knownAt: Date;
  metrics: { slug: string; name: string; rows: number }[];
  /** Warnings that nobody has acknowledged, of those listed. */
  openWarnings: number;
}

interface ReleaseOfMetricRow extends Omit<ReleaseOfMetric, 'revision'> {
  comparedWith: number | null;
  moved: number;
  added: number;
  withdrawn: number;
  largestMove: number | null;
}

interface SummaryRow {
  id: number;
  metrics: { slug: string; name: string; rows: number }[];
  openWarnings: number;
}

/** More releases than one page shows. */
const MOST_LISTED = 1000;

/** When a release is known: the one rule, as in `releases_that_count`. */
const KNOWN_AT = 'COALESCE(r.published_at, r.imported_at)';

/** Reads of releases. Nothing of one whose hour has not come is told, but where the caller asks for embargoed ones. */
@Injectable()
export class ReleasesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Releases with figures of a metric, newest first; none under embargo. One statement. @param at those that were public then */
  async ofMetric(metricId: number, at = this.clock.now()): Promise<ReleaseOfMetric[]> {
    const rows: ReleaseOfMetricRow[] = await this.dataSource.query(
      `SELECT r.id, r.file_name AS "fileName", r.publisher, ${KNOWN_AT} AS "knownAt", rm.rows, rm.whole_series AS "wholeSeries",
              rm.starts_new_series AS "startsNewSeries", COALESCE(rm.provisional, 0) AS provisional, rm.compared_with AS "comparedWith",
              rm.moved, rm.added, rm.withdrawn, rm.largest_move AS "largestMove"
         FROM release_metrics rm
         JOIN releases r ON r.id = rm.release_id
        WHERE rm.metric_id = $1 AND ${KNOWN_AT} <= $2
        ORDER BY ${KNOWN_AT} DESC, r.id DESC`,
      [metricId, at],
    );
    return rows.map(({ comparedWith, moved, added, withdrawn, largestMove, ...release }) => ({
      ...release,
      revision: comparedWith ? { moved, added, withdrawn, largestMove } : null,
    }));
  }

  /**
   * Releases whose hour has come, newest first, or those still under embargo (which are for statisticians only), the next first.
   * @param after of published ones, those that come after this one
   */
  async list({ embargoed, limit = MOST_LISTED, after }: { embargoed: boolean; limit?: number; after?: { knownAt: Date; id: number } }): Promise<ReleaseSummary[]> {
    const query = this.dataSource
      .getRepository(Release)
      .createQueryBuilder('r')
      .where(`${KNOWN_AT} ${embargoed ? '>' : '<='} :now`, { now: this.clock.now() })
      .orderBy('COALESCE(r.publishedAt, r.importedAt)', embargoed ? 'ASC' : 'DESC')
      .addOrderBy('r.id', embargoed ? 'ASC' : 'DESC')
      .limit(limit);
    if (after) query.andWhere(`(${KNOWN_AT}, r.id) < (:at, :id)`, { at: after.knownAt, id: after.id });
    return this.summaries(await query.getMany());
  }

  /** One that the caller may know of, with what is counted of it. */
  async summaryOf(release: Release): Promise<ReleaseSummary> {
    const [summary] = await this.summaries([release]);
    return summary ?? { release, knownAt: knownAt(release), metrics: [], openWarnings: 0 };
  }

  private async summaries(releases: readonly Release[]): Promise<ReleaseSummary[]> {
    const rows: SummaryRow[] = await this.dataSource.query(
      `SELECT rm.release_id AS id, json_agg(json_build_object('slug', m.slug, 'name', m.name, 'rows', rm.rows) ORDER BY m.name) AS metrics,
              (SELECT count(*)::integer FROM import_warnings w WHERE w.release_id = rm.release_id AND w.acknowledged_at IS NULL) AS "openWarnings"
         FROM release_metrics rm
         JOIN metrics m ON m.id = rm.metric_id
        WHERE rm.release_id = ANY($1)
        GROUP BY rm.release_id`,
      [releases.map(({ id }) => id)],
    );
    const counts = new Map(rows.map((row) => [row.id, row]));
    return releases.map((release) => ({
      release,
      knownAt: knownAt(release),
      metrics: counts.get(release.id)?.metrics ?? [],
      openWarnings: counts.get(release.id)?.openWarnings ?? 0,
    }));
  }

  /** @returns null for an unknown one, and for one under embargo, unless those are asked for */
  async byId(id: number, { embargoed = false }: { embargoed?: boolean } = {}): Promise<Release | null> {
    const release = await this.dataSource.getRepository(Release).findOneBy({ id });
    return release && (embargoed || !this.isEmbargoed(release)) ? release : null;
  }

  isEmbargoed(release: Release): boolean {
    return knownAt(release) > this.clock.now();
  }

  /** Warnings on a metric's published releases that nobody has looked at. */
  async openWarnings(metricId: number): Promise<number> {
    return this.dataSource
      .getRepository(ImportWarning)
      .createQueryBuilder('w')
      .innerJoin(Release, 'r', 'r.id = w.releaseId')
      .where(`w.metricId = :metricId AND w.acknowledgedAt IS NULL AND ${KNOWN_AT} <= :now`, { metricId, now: this.clock.now() })
      .getCount();
  }
}

/** The instant from which a release counts. */
export function knownAt({ publishedAt, importedAt }: Release): Date {
  return publishedAt ?? importedAt;
}
