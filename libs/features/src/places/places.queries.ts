import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { periodOf } from '#features/observations/stored-period.js';
import { type PublishedObservation } from '#features/observations/published-observations.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { PlaceReply } from './place-reply.entity.js';

/** A published cell, with the metric that it is of. */
export interface PlaceCell extends PublishedObservation {
  metricId: number;
}

/** The baseline that a target sets for a metric. */
export interface MetricBaseline {
  metricId: number;
  period: string;
  /** Periods from which on the series is of a new kind, as statisticians have recorded. */
  breaks: string[];
}

/** The other areas of a place’s group, as the Office for National Statistics groups them. */
export interface AreaGroup {
  scheme: string;
  edition: string;
  areas: { code: string; name: string }[];
}

/** An area as a search or a list shows it. */
export interface ListedArea {
  code: string;
  name: string;
  level: string;
  country: string | null;
  parentCode: string | null;
  validTo: string | null;
  successors: string[];
}

interface CellRow {
  metricId: number;
  areaId: number;
  code: string;
  name: string;
  level: string;
  start: string;
  months: number;
  value: number | null;
  lower: number | null;
  upper: number | null;
  status: string | null;
  note: string | null;
  releaseId: number;
  publisher: string;
  publishedOn: string | null;
}

/** More than anybody would look through. */
const MOST_CANDIDATES = 1000;

export interface AroundPlace {
  councils: { slug: string; name: string }[];
  directors: string[];
  groups: AreaGroup[];
}

const LISTED = `a.code, a.name, a.level, a.country, a.parent_code AS "parentCode", a.valid_to::text AS "validTo", a.successors`;

/** Letters with marks, which nobody types, beside those without; apostrophes go. */
const PLAIN_NAME = `translate(lower(a.name), 'áàâäéèêëíìîïóòôöúùûüŵŷ''’', 'aaaaeeeeiiiioooouuuuwy')`;

/** Metrics that a mission has for its headline or a target is judged by, and what has figures among their parts and proxies. */
const ofMissions = (at: string): string =>
  `WITH wanted AS (SELECT m.id, m.slug FROM metrics m
                    WHERE m.slug = ANY (ARRAY(SELECT unnest(headline_metrics) FROM missions)) OR EXISTS (SELECT FROM targets t WHERE t.metric_id = m.id))
   SELECT id FROM wanted
    UNION
   SELECT m.id FROM metrics m JOIN wanted ON wanted.slug IN (m.part_of, m.proxy_for)
    WHERE EXISTS (SELECT FROM releases_that_count(m.id, ${at}) r JOIN release_metrics h ON h.release_id = r.release_id AND h.metric_id = m.id AND h.rows > 0)`;

/** Reads of all metrics at a few places. */
@Injectable()
export class PlacesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Every cell of some areas in every metric, of each the release that counts; metric by metric, oldest first. */
  async cells(codes: readonly string[]): Promise<PlaceCell[]> {
    const rows: CellRow[] = await this.dataSource.query(
      `SELECT m.id AS "metricId", a.id AS "areaId", a.code, a.name, a.level, cell.start, cell.months, cell.value, cell.lower, cell.upper,
              cell.status, cell.note, cell."releaseId", r.publisher, r.published_on::text AS "publishedOn"
         FROM metrics m
        CROSS JOIN LATERAL (
          SELECT DISTINCT ON (o.area_id, o.period_start, o.period_months) o.area_id, to_char(o.period_start, 'YYYY-MM-DD') AS start, o.period_months AS months,
                 o.value, o.lower, o.upper, o.status, o.note, o.release_id AS "releaseId"
            FROM observations o
            JOIN releases_that_count(m.id, $2) counting ON counting.release_id = o.release_id
           WHERE o.metric_id = m.id AND o.area_id = ANY (ARRAY(SELECT id FROM areas WHERE code = ANY ($1)))
           ORDER BY o.area_id, o.period_start, o.period_months, counting.rank DESC) cell
         JOIN areas a ON a.id = cell.area_id
         JOIN releases r ON r.id = cell."releaseId"
        ORDER BY m.slug, a.code, cell.start, cell.months`,
      [codes, this.clock.now()],
    );
    return rows.map(({ metricId, areaId, code, name, level, start, months, releaseId, publisher, publishedOn, ...cell }) => ({
      ...cell,
      metricId,
      area: { id: areaId, code, name, level },
      period: periodOf(start, months),
      release: { id: releaseId, publisher, publishedOn },
    }));
  }

  /** Of some metrics those that the missions are for: which have figures anywhere, and for places of a kind: by level, and by the code's beginning where the level says nothing. */
  async coverage(metricIds: readonly number[], { level, code }: { level: string; code: string }): Promise<Map<number, { anywhere: boolean; here: boolean }>> {
    const rows: { id: number; anywhere: boolean; here: boolean }[] = await this.dataSource.query(
      `SELECT m.id,
              EXISTS (SELECT FROM releases_that_count(m.id, $4) r JOIN release_metrics h ON h.release_id = r.release_id AND h.metric_id = m.id AND h.rows > 0) AS anywhere,
              EXISTS (SELECT FROM areas a
                        JOIN observations o ON o.metric_id = m.id AND o.area_id = a.id AND o.value IS NOT NULL
                        JOIN releases_that_count(m.id, $4) r ON r.release_id = o.release_id
                       WHERE a.level = $2 AND ($2 <> 'other' OR left(a.code, 3) = left($3, 3))) AS here
         FROM metrics m WHERE m.id = ANY ($1) AND m.id IN (${ofMissions('$4')})`,
      [metricIds, level, code, this.clock.now()],
    );
    return new Map(rows.map(({ id, anywhere, here }) => [id, { anywhere, here }]));
  }

  /** Ids of the metrics that the missions are for. */
  async missionMetrics(): Promise<Set<number>> {
    const rows: { id: number }[] = await this.dataSource.query(ofMissions('$1'), [this.clock.now()]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The baseline of each metric that a target measures by, headline targets first. */
  async baselines(): Promise<MetricBaseline[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (t.metric_id) t.metric_id AS "metricId", t.baseline->>'period' AS period,
              ARRAY(SELECT b.period_key FROM series_breaks b LEFT JOIN releases r ON r.id = b.release_id
                     WHERE b.metric_id = t.metric_id AND (r.id IS NULL OR COALESCE(r.published_at, r.imported_at) <= $1)) AS breaks
         FROM targets t WHERE t.metric_id IS NOT NULL AND t.baseline->>'period' IS NOT NULL
        ORDER BY t.metric_id, (t.role = 'headline') DESC, t.position, t.id`,
      [this.clock.now()],
    );
  }

  /** The replies of a place that stand, the general one first. */
  async replies(areaId: number): Promise<PlaceReply[]> {
    const newest = await this.dataSource
      .getRepository(PlaceReply)
      .createQueryBuilder('reply')
      .leftJoinAndSelect('reply.metric', 'metric')
      .where('reply.areaId = :areaId', { areaId })
      .orderBy('reply.version', 'DESC')
      .getMany();
    const standing = newest.filter((reply, index) => newest.findIndex(({ metricId }) => metricId === reply.metricId) === index && reply.withdrawnAt === null);
    return standing.sort((a, b) => (a.metric?.name ?? '').localeCompare(b.metric?.name ?? '', 'en-GB'));
  }

  /** The bodies whose own place an area is, its directors in office, and the groups that it is in, of each scheme those of its newest edition. One statement. @param today ISO date */
  async aroundPlace(code: string, today: string): Promise<AroundPlace> {
    const [row]: AroundPlace[] = await this.dataSource.query(
      `SELECT COALESCE((SELECT json_agg(json_build_object('slug', slug, 'name', name) ORDER BY name) FROM organisations WHERE area_code = $1 AND kind = 'sub-national'), '[]') AS councils,
              COALESCE((SELECT json_agg(name ORDER BY name) FROM directors WHERE $1 = ANY (places) AND since <= $2::date AND (until IS NULL OR $2::date <= until)), '[]') AS directors,
              COALESCE((SELECT json_agg(json_build_object('scheme', scheme, 'edition', edition, 'areas', areas) ORDER BY scheme) FROM (
                SELECT mine.scheme, mine.edition, json_agg(json_build_object('code', a.code, 'name', a.name) ORDER BY a.name, a.code) AS areas
                  FROM (SELECT DISTINCT ON (l.scheme) l.* FROM area_classes l JOIN areas self ON self.id = l.area_id
                         WHERE self.code = $1 ORDER BY l.scheme, l.edition DESC) mine
                  JOIN area_classes other ON other.scheme = mine.scheme AND other.edition = mine.edition AND other.class = mine.class AND other.area_id <> mine.area_id
                  JOIN areas a ON a.id = other.area_id
                 WHERE NOT is_embargoed_area(a.code, a.confirmed, $3)
                 GROUP BY mine.scheme, mine.edition) AS found), '[]') AS groups`,
      [code, today, this.clock.now()],
    );
    return row ?? { councils: [], directors: [], groups: [] };
  }

  /** Nations, regions and combined authorities that stand. */
  async large(today: string): Promise<ListedArea[]> {
    return this.dataSource.query(
      `SELECT ${LISTED} FROM areas a
        WHERE a.level IN ('country', 'nation', 'region', 'combined-authority') AND coalesce(a.valid_to >= $1::date, a.successors = '{}')
          AND NOT is_embargoed_area(a.code, a.confirmed, $2)
        ORDER BY a.name, a.code`,
      [today, this.clock.now()],
    );
  }

  /** Areas that a text may mean: by code, or with a word in their name; the shortest names, which it fits best, where there are many. The finer choice is the domain's. */
  async candidates(text: string, word: string): Promise<ListedArea[]> {
    return this.dataSource.query(
      `SELECT ${LISTED} FROM areas a
        WHERE (a.code = upper($1) OR ($2 <> '' AND strpos(${PLAIN_NAME}, $2) > 0)) AND NOT is_embargoed_area(a.code, a.confirmed, $3)
        ORDER BY a.code = upper($1) DESC, length(a.name), a.code LIMIT $4`,
      [text.trim(), word, this.clock.now(), MOST_CANDIDATES],
    );
  }
}
