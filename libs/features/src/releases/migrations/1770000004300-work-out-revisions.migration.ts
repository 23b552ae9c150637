import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a release changed of each metric, cell by cell, and the figures that are kept of it. */
export class WorkOutRevisions1770000004300 implements MigrationInterface {
  name = 'WorkOutRevisions1770000004300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE release_metrics
        ADD compared_with integer,
        ADD moved integer,
        ADD added integer,
        ADD withdrawn integer,
        ADD unchanged integer,
        ADD largest_move double precision,
        ADD median_move double precision,
        ADD provisional integer,
        ADD became_final integer,
        ADD warnings_found integer`);
    await runner.query('ALTER TABLE releases ADD announced_at timestamptz');
    await runner.query('UPDATE releases SET announced_at = COALESCE(published_at, imported_at) WHERE COALESCE(published_at, imported_at) <= now()');
    // what the loading of a release asks for since then
    await runner.query(`
      INSERT INTO outbox_messages (id, kind, queue, payload, created_at, due_at)
      SELECT gen_random_uuid(), 'publish-release', 'later', jsonb_build_object('releaseId', id), now(), published_at FROM releases WHERE announced_at IS NULL
      UNION ALL
      SELECT gen_random_uuid(), 'check-plausibility', 'heavy', jsonb_build_object('releaseId', id), now(), now() FROM releases`);
    await runner.query(`
      CREATE FUNCTION releases_before(wanted integer, newer integer) RETURNS TABLE (release_id integer, rank bigint)
      LANGUAGE sql STABLE AS $$
        WITH of_metric AS (
          SELECT r.id, row_number() OVER (ORDER BY COALESCE(r.published_at, r.imported_at), r.id) AS rank,
                 rm.whole_series OR rm.starts_new_series AS starts_anew, rm.starts_new_series
            FROM release_metrics rm
            JOIN releases r ON r.id = rm.release_id
           WHERE rm.metric_id = wanted),
        mine AS (SELECT rank FROM of_metric WHERE id = newer AND NOT starts_new_series),
        earlier AS (SELECT o.* FROM of_metric o JOIN mine ON o.rank < mine.rank)
        SELECT id, rank FROM earlier WHERE rank >= COALESCE((SELECT max(rank) FROM earlier WHERE starts_anew), 0)
      $$`);
    await runner.query(`COMMENT ON FUNCTION releases_before IS 'releases of a metric that counted just before another; none before one that starts a new series'`);
    await runner.query(`
      CREATE FUNCTION revised_cells(wanted integer, newer integer, first_area integer DEFAULT 0, last_area integer DEFAULT 2147483647) RETURNS TABLE (
        area_id integer, period_start date, period_months smallint, before double precision, after double precision,
        status_before text, status_after text, kind text)
      LANGUAGE sql STABLE AS $$
        WITH known AS (
          SELECT DISTINCT ON (o.area_id, o.period_start, o.period_months) o.area_id, o.period_start, o.period_months, o.value, o.status
            FROM observations o
            JOIN releases_before(wanted, newer) r ON r.release_id = o.release_id
           WHERE o.metric_id = wanted AND o.area_id BETWEEN first_area AND last_area
           ORDER BY o.area_id, o.period_start, o.period_months, r.rank DESC),
        given AS (
          SELECT o.area_id, o.period_start, o.period_months, o.value, o.status, o.release_id
            FROM observations o
           WHERE o.metric_id = wanted AND o.release_id = newer AND o.area_id BETWEEN first_area AND last_area)
        SELECT area_id, period_start, period_months, k.value, g.value, k.status, g.status,
               CASE WHEN k.value IS NULL AND g.value IS NULL THEN 'blank'
                    WHEN k.value IS NULL THEN 'added'
                    WHEN g.value IS NULL THEN 'withdrawn'
                    WHEN abs(g.value - k.value) > 1e-9 * greatest(abs(g.value), abs(k.value)) THEN 'moved'
                    ELSE 'unchanged' END
          FROM known k
          FULL JOIN given g USING (area_id, period_start, period_months)
         WHERE g.release_id IS NOT NULL
            OR (SELECT rm.whole_series FROM release_metrics rm WHERE rm.metric_id = wanted AND rm.release_id = newer)
      $$`);
    await runner.query(`COMMENT ON FUNCTION revised_cells IS 'cells of a release beside what counted just before it; the tolerance is for the noise of binary fractions. Of a range of areas only these are looked at'`);

    await runner.query(`
      CREATE FUNCTION cells_known_with(wanted integer, newer integer) RETURNS TABLE (
        area_id integer, period_start date, period_months smallint, value double precision, release_id integer)
      LANGUAGE sql STABLE AS $$
        SELECT DISTINCT ON (o.area_id, o.period_start, o.period_months) o.area_id, o.period_start, o.period_months, o.value, o.release_id
          FROM observations o
          JOIN (SELECT b.release_id, b.rank FROM releases_before(wanted, newer) b
                 WHERE NOT (SELECT rm.whole_series FROM release_metrics rm WHERE rm.metric_id = wanted AND rm.release_id = newer)
                 UNION ALL SELECT newer, 9223372036854775807) r ON r.release_id = o.release_id
         WHERE o.metric_id = wanted
         ORDER BY o.area_id, o.period_start, o.period_months, r.rank DESC
      $$`);
    await runner.query(`
      CREATE FUNCTION is_embargoed_area(wanted text, is_confirmed boolean, known timestamptz) RETURNS boolean
      LANGUAGE sql STABLE AS $$
        SELECT NOT is_confirmed AND COALESCE(
          (SELECT bool_and(COALESCE(r.published_at, r.imported_at) > known) FROM releases r WHERE wanted = ANY (r.unconfirmed_areas)), false)
      $$`);
    await runner.query(`COMMENT ON FUNCTION is_embargoed_area IS 'is an area known from nothing but files under embargo? Its code and name are a part of what is not published yet'`);
    await runner.query(`COMMENT ON FUNCTION cells_known_with IS 'the cells of a metric that count when a release is the newest'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM outbox_messages WHERE kind IN ('publish-release', 'check-plausibility') AND done_at IS NULL`);
    await runner.query('DROP FUNCTION is_embargoed_area');
    await runner.query('DROP FUNCTION cells_known_with');
    await runner.query('DROP FUNCTION revised_cells');
    await runner.query('DROP FUNCTION releases_before');
    await runner.query(`
      ALTER TABLE release_metrics
        DROP compared_with, DROP moved, DROP added, DROP withdrawn, DROP unchanged, DROP largest_move, DROP median_move, DROP provisional, DROP became_final, DROP warnings_found`);
    await runner.query('ALTER TABLE releases DROP announced_at');
  }
}
