import { type EntityManager } from 'typeorm';

/**
 * The days on which headline figures of a framework's missions are published after a day: of each headline metric (or its parts)
 * the first release whose hour is known, of several headlines the last. Only the day is told, which every publisher announces
 * beforehand, and nothing of the figures. ISO dates by the missions' slugs; a mission without such a release is left out.
 */
export async function headlineReleases(manager: EntityManager, frameworkId: string, after: string): Promise<Map<string, string>> {
  const rows: { slug: string; day: string }[] = await manager.query(
    `SELECT m.slug, to_char(max(release.day), 'YYYY-MM-DD') AS day
       FROM missions m
      CROSS JOIN LATERAL unnest(m.headline_metrics) AS headline(slug)
       JOIN metrics mt ON mt.slug = headline.slug OR mt.part_of = headline.slug
      CROSS JOIN LATERAL (
        SELECT min((r.published_at AT TIME ZONE 'Europe/London')::date) AS day
          FROM release_metrics rm
          JOIN releases r ON r.id = rm.release_id
         WHERE rm.metric_id = mt.id AND (r.published_at AT TIME ZONE 'Europe/London')::date > $2) AS release
      WHERE m.framework_id = $1 AND release.day IS NOT NULL
      GROUP BY m.slug`,
    [frameworkId, after],
  );
  return new Map(rows.map(({ slug, day }) => [slug, day]));
}
