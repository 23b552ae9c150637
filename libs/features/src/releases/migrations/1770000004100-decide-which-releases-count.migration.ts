import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Hours of publication, what each release holds of each metric, and the one place that says which releases count at an instant. */
export class DecideWhichReleasesCount1770000004100 implements MigrationInterface {
  name = 'DecideWhichReleasesCount1770000004100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE releases ADD published_at timestamptz');
    // the hour of a release of which only the day was known
    await runner.query(`UPDATE releases SET published_at = (published_on + time '09:30') AT TIME ZONE 'Europe/London' WHERE published_on IS NOT NULL`);
    await runner.query(`
      CREATE TABLE release_metrics (
        metric_id integer NOT NULL,
        release_id integer NOT NULL,
        rows integer NOT NULL,
        whole_series boolean NOT NULL DEFAULT false,
        starts_new_series boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_release_metrics PRIMARY KEY (metric_id, release_id),
        CONSTRAINT fk_release_metrics_metric_id FOREIGN KEY (metric_id) REFERENCES metrics (id),
        CONSTRAINT fk_release_metrics_release_id FOREIGN KEY (release_id) REFERENCES releases (id)
      )`);
    await runner.query(`
      INSERT INTO release_metrics (metric_id, release_id, rows)
      SELECT metric_id, release_id, count(*) FROM observations GROUP BY metric_id, release_id`);
    await runner.query(`
      CREATE FUNCTION releases_that_count(wanted integer, known timestamptz, undated boolean DEFAULT false) RETURNS TABLE (release_id integer, rank bigint)
      LANGUAGE sql STABLE AS $$
        WITH releases_of_metric AS (
          SELECT r.id, r.published_at, COALESCE(r.published_at, r.imported_at) AS known_at, rm.whole_series OR rm.starts_new_series AS starts_anew
            FROM release_metrics rm
            JOIN releases r ON r.id = rm.release_id
           WHERE rm.metric_id = wanted
        ), known_releases AS (
          SELECT id, row_number() OVER (ORDER BY known_at <= known, known_at, id) AS rank, starts_anew
            FROM releases_of_metric
           WHERE known_at <= known
              OR (undated AND published_at IS NULL AND NOT EXISTS (SELECT FROM releases_of_metric dated WHERE dated.published_at <= known)))
        SELECT id, rank FROM known_releases
         WHERE rank >= COALESCE((SELECT max(rank) FROM known_releases WHERE starts_anew), 0)
      $$`);
    await runner.query(`COMMENT ON FUNCTION releases_that_count IS 'releases of a metric that count at an instant; of a cell the highest rank. undated: releases without an hour of publication count too, where no dated one was there, and behind all that were'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION releases_that_count');
    await runner.query('DROP TABLE release_metrics CASCADE');
    await runner.query('ALTER TABLE releases DROP published_at');
  }
}
