import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AREA_LEVELS } from '#domain/observations/area-level.js';
import { comparePeriods, type Period } from '#domain/observations/period.js';
import { periodOf } from '#features/observations/stored-period.js';
import { Clock } from '#platform/clock/clock.js';

/** What there is of a metric's figures. */
export interface MetricStanding {
  /** The newest period with a figure, of any area; null without figures. */
  latest: Period | null;
  /** How many areas of each level have figures. */
  levels: { level: string; areas: number }[];
  /** Published releases that hold any of it. */
  releases: number;
  /** Warnings on them that nobody has acknowledged. */
  openWarnings: number;
}

/** An area that has figures of a metric. */
export interface AreaWithFigures {
  code: string;
  name: string;
  level: string;
  /** Of its newest figure. */
  latest: Period;
}

type NewestRow = Omit<AreaWithFigures, 'latest'> & { start: string; months: number };

/** How many areas of a level have their newest figure in a period. */
interface LevelRow {
  metricId: number;
  level: string;
  start: string;
  months: number;
  areas: number;
}

interface CountRow {
  metricId: number;
  releases: number;
  openWarnings: number;
}

const NOTHING: MetricStanding = { latest: null, levels: [], releases: 0, openWarnings: 0 };

/**
 * How the metrics of the catalogue stand. It hops from area to area along the key of the figures and reads the newest period
 * of each, so that a million figures cost no more than the areas that they are of.
 */
@Injectable()
export class MetricStandingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of every metric, in two statements. */
  async all(): Promise<(metricId: number) => MetricStanding> {
    const [levels, counts] = await Promise.all([this.levels(null), this.counts(null)]);
    const byMetric = new Map<number, LevelRow[]>();
    for (const row of levels) {
      const rows = byMetric.get(row.metricId);
      if (rows) rows.push(row);
      else byMetric.set(row.metricId, [row]);
    }
    const countOf = new Map(counts.map((count) => [count.metricId, count]));
    return (metricId) => standingOf(byMetric.get(metricId) ?? [], countOf.get(metricId));
  }

  /** Of one, in two statements. */
  async of(metricId: number): Promise<MetricStanding> {
    const [levels, [count]] = await Promise.all([this.levels(metricId), this.counts(metricId)]);
    return standingOf(levels, count);
  }

  /** The areas that have figures of a metric, by level and name; one statement. @param at in the releases that were public then */
  async areasOf(metricId: number, at = this.clock.now()): Promise<AreaWithFigures[]> {
    const rows: NewestRow[] = await this.dataSource.query(AREAS, [metricId, at]);
    return rows.map(({ code, name, level, start, months }) => ({ code, name, level, latest: periodOf(start, months) }));
  }

  private levels(metricId: number | null): Promise<LevelRow[]> {
    return this.dataSource.query(LEVELS, [metricId, this.clock.now()]);
  }

  private counts(metricId: number | null): Promise<CountRow[]> {
    return this.dataSource.query(COUNTS, [metricId, this.clock.now()]);
  }
}

function standingOf(rows: readonly LevelRow[], count: CountRow | undefined): MetricStanding {
  const areas = new Map<string, number>();
  for (const row of rows) areas.set(row.level, (areas.get(row.level) ?? 0) + row.areas);
  const periods = rows.map(({ start, months }) => periodOf(start, months)).sort(comparePeriods);
  return {
    ...NOTHING,
    ...(count ? { releases: count.releases, openWarnings: count.openWarnings } : {}),
    latest: periods.at(-1) ?? null,
    levels: AREA_LEVELS.flatMap((level) => (areas.has(level) ? [{ level, areas: areas.get(level) ?? 0 }] : [])),
  };
}

/** The newest period in which an area's figure that counts has a value. $1: one metric, or null for all; $2: the instant. */
const NEWEST_CELLS = `
  WITH RECURSIVE hops AS (
    SELECT m.id AS metric_id, seed.area_id
      FROM metrics m
     CROSS JOIN LATERAL (SELECT o.area_id FROM observations o WHERE o.metric_id = m.id ORDER BY o.area_id LIMIT 1) seed
     WHERE $1::integer IS NULL OR m.id = $1
    UNION ALL
    SELECT hops.metric_id, next.area_id
      FROM hops
     CROSS JOIN LATERAL (
       SELECT o.area_id FROM observations o WHERE o.metric_id = hops.metric_id AND o.area_id > hops.area_id ORDER BY o.area_id LIMIT 1) next),
  counting AS MATERIALIZED (
    SELECT m.id AS metric_id, array_agg(c.release_id ORDER BY c.rank) AS ids
      FROM metrics m
     CROSS JOIN LATERAL releases_that_count(m.id, $2) c
     WHERE $1::integer IS NULL OR m.id = $1
     GROUP BY m.id),
  newest AS (
    SELECT hops.metric_id, a.code, a.name, a.level, cell.period_start, cell.period_months
      FROM hops
      JOIN counting ON counting.metric_id = hops.metric_id
      JOIN areas a ON a.id = hops.area_id
     CROSS JOIN LATERAL (
       SELECT o.period_start, o.period_months
         FROM observations o
        WHERE o.metric_id = hops.metric_id AND o.area_id = hops.area_id AND o.release_id = ANY (counting.ids)
          -- asked of one cell after another from the newest on; as a join it would be asked of all
          AND (SELECT version.value FROM observations version
                WHERE version.metric_id = o.metric_id AND version.area_id = o.area_id AND version.period_start = o.period_start
                  AND version.period_months = o.period_months AND version.release_id = ANY (counting.ids)
                ORDER BY array_position(counting.ids, version.release_id) DESC
                LIMIT 1) IS NOT NULL
        ORDER BY o.period_start DESC, o.period_months DESC
        LIMIT 1) cell)`;

const AREAS = `${NEWEST_CELLS}
  SELECT code, name, level, to_char(period_start, 'YYYY-MM-DD') AS start, period_months AS months FROM newest ORDER BY level, name, code`;

const LEVELS = `${NEWEST_CELLS}
  SELECT metric_id AS "metricId", level, to_char(period_start, 'YYYY-MM-DD') AS start, period_months AS months, count(*)::integer AS areas
    FROM newest
   GROUP BY metric_id, level, period_start, period_months`;

const COUNTS = `
  SELECT rm.metric_id AS "metricId", count(*)::integer AS releases,
         COALESCE(sum((SELECT count(*) FROM import_warnings w WHERE w.metric_id = rm.metric_id AND w.release_id = rm.release_id AND w.acknowledged_at IS NULL)), 0)::integer AS "openWarnings"
    FROM release_metrics rm
    JOIN releases r ON r.id = rm.release_id
   WHERE COALESCE(r.published_at, r.imported_at) <= $2 AND ($1::integer IS NULL OR rm.metric_id = $1)
   GROUP BY rm.metric_id`;
