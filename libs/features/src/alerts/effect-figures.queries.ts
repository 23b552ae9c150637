import { type EntityManager } from 'typeorm';
import { countsFrom } from '#domain/alerts/effect-check.js';
import { periodOf } from '#features/observations/stored-period.js';

/** A figure with the keys of its cell. */
export interface EffectFigure {
  value: number;
  period: string;
  periodStart: string;
  areaCode: string;
  areaName: string;
}

interface FigureRow {
  value: number;
  period_start: string;
  period_months: number;
  code: string;
  name: string;
}

export interface NamedRelease {
  id: number;
  publisher: string;
  knownAt: Date;
}

const FIGURE = `SELECT o.value, to_char(o.period_start, 'YYYY-MM-DD') AS period_start, o.period_months, a.code, a.name`;
const CELL = 'o.period_start DESC, o.period_months DESC';

/**
 * The first release of a metric after a plan that can be the one that it names, and that was not looked at for this action. Nothing of
 * a release is known before its hour.
 * @param expectedOn ISO date
 */
export async function releaseToCheck(manager: EntityManager, asked: { metricId: number; expectedOn: string; since: Date; now: Date; checked: readonly number[] }): Promise<NamedRelease | undefined> {
  const rows: NamedRelease[] = await manager.query(
    `SELECT r.id, r.publisher, COALESCE(r.published_at, r.imported_at) AS "knownAt"
       FROM release_metrics rm
       JOIN releases r ON r.id = rm.release_id
      WHERE rm.metric_id = $1 AND COALESCE(r.published_at, r.imported_at) > $2 AND COALESCE(r.published_at, r.imported_at) <= $3
        AND (COALESCE(r.published_at, r.imported_at) AT TIME ZONE 'Europe/London')::date >= $4::date AND r.id <> ALL ($5::integer[])
      ORDER BY COALESCE(r.published_at, r.imported_at), r.id
      LIMIT 1`,
    [asked.metricId, asked.since, asked.now, countsFrom(asked.expectedOn), asked.checked],
  );
  return rows[0];
}

/** The newest figure of the first of these areas that has one, as it was known at an instant. */
export async function newestFigure(manager: EntityManager, asked: { metricId: number; areaCodes: readonly string[]; known: Date }): Promise<EffectFigure | undefined> {
  const rows: FigureRow[] = await manager.query(
    `${FIGURE}
       FROM observations o
       JOIN areas a ON a.id = o.area_id
       JOIN releases_that_count($1, $3) counting ON counting.release_id = o.release_id
      WHERE o.metric_id = $1 AND a.code = ANY ($2) AND o.value IS NOT NULL
      ORDER BY array_position($2::text[], a.code), ${CELL}, counting.rank DESC
      LIMIT 1`,
    [asked.metricId, asked.areaCodes, asked.known],
  );
  return figureOf(rows[0]);
}

/** The figure of a period as a later release has it, which may have revised it. */
export async function figureFor(manager: EntityManager, asked: { metricId: number; figure: EffectFigure; known: Date }): Promise<EffectFigure | undefined> {
  const rows: FigureRow[] = await manager.query(
    `${FIGURE}
       FROM observations o
       JOIN areas a ON a.id = o.area_id
       JOIN releases_that_count($1, $4) counting ON counting.release_id = o.release_id
      WHERE o.metric_id = $1 AND a.code = $2 AND o.period_start = $3 AND o.value IS NOT NULL
      ORDER BY ${CELL}, counting.rank DESC
      LIMIT 1`,
    [asked.metricId, asked.figure.areaCode, asked.figure.periodStart, asked.known],
  );
  return figureOf(rows[0]);
}

/** The newest figure in one release, of a period that begins after another. @param after ISO date; null: any */
export async function figureInRelease(manager: EntityManager, asked: { metricId: number; areaCodes: readonly string[]; releaseId: number; after: string | null }): Promise<EffectFigure | undefined> {
  const rows: FigureRow[] = await manager.query(
    `${FIGURE}
       FROM observations o
       JOIN areas a ON a.id = o.area_id
      WHERE o.metric_id = $1 AND a.code = ANY ($2) AND o.release_id = $3 AND o.value IS NOT NULL AND ($4::date IS NULL OR o.period_start > $4)
      ORDER BY array_position($2::text[], a.code), ${CELL}
      LIMIT 1`,
    [asked.metricId, asked.areaCodes, asked.releaseId, asked.after],
  );
  return figureOf(rows[0]);
}

function figureOf(row: FigureRow | undefined): EffectFigure | undefined {
  return row && { value: row.value, period: periodOf(row.period_start, row.period_months).label, periodStart: row.period_start, areaCode: row.code, areaName: row.name };
}
