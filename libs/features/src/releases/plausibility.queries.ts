import { type EntityManager } from 'typeorm';
import { type ParentFigure } from '#domain/releases/parent-fault.js';
import { type RevisionScale, type RevisionSpread, STANDS_OUT } from '#domain/releases/revision-scale.js';

/** A metric's part of a release. */
export interface MetricOfRelease {
  metricId: number;
  releaseId: number;
}

/** Which cell, with the words for it. */
export interface CellName {
  areaId: number;
  areaName: string;
  start: string;
  months: number;
}

export interface RevisedCell extends CellName {
  before: number;
  after: number;
}

export interface ParentCell extends CellName, ParentFigure {}

/** One area's series of periods of one length, oldest first. */
export interface AreaPast {
  areaId: number;
  areaName: string;
  months: number;
  starts: string[];
  values: number[];
}

/** How the shared cells of a release were revised; an unmoved cell is one that was revised by nothing. */
export async function revisionSpread(manager: EntityManager, { metricId, releaseId }: MetricOfRelease): Promise<RevisionSpread | null> {
  const [spread]: (RevisionSpread & { shared: number })[] = await manager.query(
    `WITH cells AS MATERIALIZED (
       SELECT CASE WHEN kind = 'moved' THEN (after - before) / abs(before) ELSE 0 END AS share, kind = 'moved' AS moved
         FROM revised_cells($1, $2) WHERE kind IN ('moved', 'unchanged') AND before <> 0),
     middle AS (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY share) AS median FROM cells)
     SELECT (SELECT median FROM middle) AS median,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(share - (SELECT median FROM middle))) AS mad,
            (count(*) FILTER (WHERE moved))::integer AS moved,
            COALESCE(percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(share)) FILTER (WHERE moved), 0) AS "medianMove",
            count(*)::integer AS shared
       FROM cells`,
    [metricId, releaseId],
  );
  return spread && spread.shared > 0 ? spread : null;
}

/** Cells that moved further than a scale allows, the furthest first; `found` counts those beyond the limit too. */
export async function cellsBeyond(
  manager: EntityManager,
  { metricId, releaseId }: MetricOfRelease,
  { centre, scale, roundingUnit, most }: RevisionScale & { roundingUnit: number; most: number },
): Promise<(RevisedCell & { found: number })[]> {
  return manager.query(
    `SELECT c.area_id AS "areaId", a.name AS "areaName", c.period_start::text AS start, c.period_months AS months, c.before, c.after,
            (count(*) OVER ())::integer AS found
       FROM (SELECT *, abs((after - before) / abs(before) - $3) / greatest($4, $5 / abs(before)) AS z
               FROM revised_cells($1, $2) WHERE kind = 'moved' AND before <> 0) c
       JOIN areas a ON a.id = c.area_id
      WHERE z > $6 AND abs(c.after - c.before) > $5 * (1 + 1e-9)
      ORDER BY z DESC, a.code, c.period_start, c.period_months
      LIMIT $7`,
    [metricId, releaseId, centre, scale, roundingUnit, STANDS_OUT, most],
  );
}

/** Areas with figures in a release. */
export async function areasOfRelease(manager: EntityManager, { metricId, releaseId }: MetricOfRelease): Promise<number[]> {
  const rows: { id: number }[] = await manager.query(
    'SELECT DISTINCT area_id AS id FROM observations WHERE metric_id = $1 AND release_id = $2 AND value IS NOT NULL ORDER BY 1',
    [metricId, releaseId],
  );
  return rows.map(({ id }) => id);
}

/** The series of some areas as they count with a release, where their last figure is new in it or was moved by it. */
export async function pastsOf(manager: EntityManager, { metricId, releaseId }: MetricOfRelease, areaIds: readonly number[]): Promise<AreaPast[]> {
  return manager.query(
    `WITH cells AS MATERIALIZED (SELECT * FROM cells_known_with($1, $2) WHERE area_id = ANY($3) AND value IS NOT NULL),
     known AS MATERIALIZED (
       SELECT DISTINCT ON (o.area_id, o.period_start, o.period_months) o.area_id, o.period_start, o.period_months, o.value
         FROM observations o JOIN releases_before($1, $2) r ON r.release_id = o.release_id
        WHERE o.metric_id = $1 AND o.area_id = ANY($3)
        ORDER BY o.area_id, o.period_start, o.period_months, r.rank DESC),
     pasts AS (
       SELECT area_id, period_months, max(period_start) AS newest, (array_agg(release_id ORDER BY period_start DESC))[1] AS release_id,
              array_agg(period_start::text ORDER BY period_start) AS starts, array_agg(value ORDER BY period_start) AS values
         FROM cells GROUP BY area_id, period_months)
     SELECT p.area_id AS "areaId", a.name AS "areaName", p.period_months AS months, p.starts, p.values
       FROM pasts p
       JOIN areas a ON a.id = p.area_id
       LEFT JOIN known k ON k.area_id = p.area_id AND k.period_start = p.newest AND k.period_months = p.period_months
      WHERE p.release_id = $2 AND k.value IS DISTINCT FROM p.values[array_upper(p.values, 1)]
      ORDER BY p.area_id, p.period_months`,
    [metricId, releaseId, areaIds],
  );
}

/**
 * Larger areas beside the parts that the register gives them, in every period in which the release has a figure of either.
 * Parts are of one layer, so that nobody is counted twice: nations, else regions, else upper tier and unitary, else lower tier
 * and unitary. A code whose successor has a figure is left out; one that did not stand in the period is not expected. A county
 * of former years may stand for districts that are parts too: in its years it is expected and never there, so no total is judged.
 */
export async function parentCells(manager: EntityManager, { metricId, releaseId }: MetricOfRelease): Promise<ParentCell[]> {
  return manager.query(
    `WITH cells AS MATERIALIZED (SELECT * FROM cells_known_with($1, $2) WHERE value IS NOT NULL),
     layers AS (
       SELECT parent_code, CASE WHEN bool_or(level = 'nation') THEN ARRAY['nation']
                                WHEN bool_or(level = 'region') THEN ARRAY['region']
                                WHEN bool_or(level = 'upper-tier' AND valid_to IS NULL AND successors = '{}') THEN ARRAY['upper-tier', 'unitary']
                                ELSE ARRAY['lower-tier', 'unitary'] END AS levels
         FROM areas WHERE parent_code IS NOT NULL GROUP BY parent_code),
     parts AS (
       SELECT p.id AS parent_id, p.name AS parent_name, c.id, c.level = ANY (l.levels) AS of_layer, c.code, c.successors, c.valid_from, c.valid_to
         FROM areas c JOIN areas p ON p.code = c.parent_code
         JOIN layers l ON l.parent_code = c.parent_code AND (c.level = ANY (l.levels) OR c.level = 'upper-tier' AND 'unitary' = ANY (l.levels))),
     beside AS MATERIALIZED (
       SELECT pt.parent_id, pt.parent_name, pc.period_start, pc.period_months, pc.value AS parent_value, pt.code, pt.successors,
              CASE WHEN pt.of_layer THEN cc.value END AS value,
              pc.release_id = $2 OR COALESCE(cc.release_id = $2, false) AS new,
              (pt.valid_from IS NULL OR pt.valid_from <= pc.period_start) AND (pt.valid_to IS NULL OR pt.valid_to >= pc.period_start) AS stood
         FROM parts pt
         JOIN cells pc ON pc.area_id = pt.parent_id
         LEFT JOIN cells cc ON cc.area_id = pt.id AND cc.period_start = pc.period_start AND cc.period_months = pc.period_months)
     SELECT b.parent_id AS "areaId", b.parent_name AS "areaName", b.period_start::text AS start, b.period_months AS months,
            b.parent_value AS value, count(b.value)::integer AS parts, count(*)::integer AS expected,
            min(b.value) AS lowest, max(b.value) AS highest, sum(b.value) AS sum
       FROM beside b
      WHERE (b.stood OR b.value IS NOT NULL)
        AND NOT (b.successors <> '{}' AND EXISTS (
          SELECT FROM beside s WHERE s.parent_id = b.parent_id AND s.period_start = b.period_start AND s.period_months = b.period_months
             AND s.code = ANY (b.successors) AND s.value IS NOT NULL))
      GROUP BY b.parent_id, b.parent_name, b.period_start, b.period_months, b.parent_value
     HAVING bool_or(b.new) AND count(b.value) >= 2
      ORDER BY b.parent_id, b.period_start, b.period_months`,
    [metricId, releaseId],
  );
}
