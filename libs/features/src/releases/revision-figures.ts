import { type EntityManager } from 'typeorm';
import { ReleaseMetric } from './release-metric.entity.js';
import { type MetricOfRelease } from './plausibility.queries.js';

type RevisionCounts = Pick<
  ReleaseMetric,
  'comparedWith' | 'moved' | 'added' | 'withdrawn' | 'unchanged' | 'largestMove' | 'medianMove' | 'provisional' | 'becameFinal'
>;

/** Works out what a release changed of a metric, and keeps the figures of it. */
export async function keepRevisionFigures(manager: EntityManager, { metricId, releaseId }: MetricOfRelease): Promise<void> {
  const [counts]: RevisionCounts[] = await manager.query(
    `SELECT (SELECT count(*)::integer FROM releases_before($1, $2)) AS "comparedWith",
            (count(*) FILTER (WHERE kind = 'moved'))::integer AS moved,
            (count(*) FILTER (WHERE kind = 'added'))::integer AS added,
            (count(*) FILTER (WHERE kind = 'withdrawn'))::integer AS withdrawn,
            (count(*) FILTER (WHERE kind = 'unchanged'))::integer AS unchanged,
            max(abs(after - before)) FILTER (WHERE kind = 'moved') AS "largestMove",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(after - before)) FILTER (WHERE kind = 'moved') AS "medianMove",
            (count(*) FILTER (WHERE after IS NOT NULL AND status_after = 'p'))::integer AS provisional,
            (count(*) FILTER (WHERE before IS NOT NULL AND status_before = 'p' AND after IS NOT NULL AND status_after IS DISTINCT FROM 'p'))::integer AS "becameFinal"
       FROM revised_cells($1, $2)`,
    [metricId, releaseId],
  );
  if (counts) await manager.getRepository(ReleaseMetric).update({ metricId, releaseId }, counts);
}

/** The releases of a metric that are ranked after one: what they changed may look different now. */
export async function laterReleases(manager: EntityManager, { metricId, releaseId }: MetricOfRelease): Promise<MetricOfRelease[]> {
  const rows: { id: number }[] = await manager.query(
    `SELECT r.id
       FROM release_metrics rm
       JOIN releases r ON r.id = rm.release_id
       JOIN releases mine ON mine.id = $2
      WHERE rm.metric_id = $1
        AND (COALESCE(r.published_at, r.imported_at), r.id) > (COALESCE(mine.published_at, mine.imported_at), mine.id)
      ORDER BY COALESCE(r.published_at, r.imported_at), r.id`,
    [metricId, releaseId],
  );
  return rows.map(({ id }) => ({ metricId, releaseId: id }));
}
