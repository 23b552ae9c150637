/** Metric, area, change of one figure from its first release to the newest, in the metric's unit. */
export type RevisionRow = [metricId: number, areaId: number, change: number];

/**
 * Of each cell that several releases hold, the change from the first to the newest; only of metrics whose producer gives no
 * intervals, for those that have them need no other error. Releases from before a new series do not count, and neither do those
 * that nobody has dated: a copy of the same figures, loaded again, is no revision.
 */
export const REVISIONS = `
  WITH several AS (
    SELECT rm.metric_id
      FROM release_metrics rm
      JOIN releases r ON r.id = rm.release_id
     WHERE rm.metric_id = ANY($1) AND r.published_at <= $2
     GROUP BY rm.metric_id
    HAVING count(*) > 1
  ), published AS (
    SELECT rm.metric_id, rm.release_id, row_number() OVER (PARTITION BY rm.metric_id ORDER BY r.published_at, r.id) AS rank,
           rm.starts_new_series
      FROM several
      JOIN release_metrics rm ON rm.metric_id = several.metric_id
      JOIN releases r ON r.id = rm.release_id
     WHERE r.published_at <= $2
  ), counting AS (
    SELECT metric_id, release_id, rank FROM published p
     WHERE rank >= COALESCE((SELECT max(rank) FROM published q WHERE q.metric_id = p.metric_id AND q.starts_new_series), 0)
  )
  SELECT o.metric_id, o.area_id,
         (array_agg(o.value ORDER BY c.rank DESC))[1] - (array_agg(o.value ORDER BY c.rank))[1] AS change
    FROM counting c
    JOIN observations o ON o.metric_id = c.metric_id AND o.release_id = c.release_id
   WHERE o.value IS NOT NULL
   GROUP BY o.metric_id, o.area_id, o.period_start, o.period_months
  HAVING count(*) > 1 AND bool_and(o.lower IS NULL)
   ORDER BY o.metric_id, o.area_id, o.period_start, o.period_months`;

/** Past revisions by metric and area. */
export class PastRevisions {
  private readonly byMetric = new Map<number, RevisionRow[]>();

  constructor(rows: readonly RevisionRow[]) {
    for (const row of rows) {
      const found = this.byMetric.get(row[0]);
      if (found) found.push(row);
      else this.byMetric.set(row[0], [row]);
    }
  }

  /** The changes of some areas' figures. */
  of(metricId: number, areaIds: readonly number[]): number[] {
    const wanted = new Set(areaIds);
    return (this.byMetric.get(metricId) ?? []).filter(([, areaId]) => wanted.has(areaId)).map(([, , change]) => change);
  }
}
