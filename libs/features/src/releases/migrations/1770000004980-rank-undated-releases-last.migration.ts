import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Judging a day of the past again: a release that nobody has dated and that was loaded later counts only for a metric of which no
 * dated release was there by then, and behind all that were.
 */
export class RankUndatedReleasesLast1770000004980 implements MigrationInterface {
  name = 'RankUndatedReleasesLast1770000004980';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION releases_that_count(wanted integer, known timestamptz, undated boolean DEFAULT false) RETURNS TABLE (release_id integer, rank bigint)
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION releases_that_count(wanted integer, known timestamptz, undated boolean DEFAULT false) RETURNS TABLE (release_id integer, rank bigint)
      LANGUAGE sql STABLE AS $$
        WITH known_releases AS (
          SELECT r.id, row_number() OVER (ORDER BY COALESCE(r.published_at, r.imported_at), r.id) AS rank,
                 rm.whole_series OR rm.starts_new_series AS starts_anew
            FROM release_metrics rm
            JOIN releases r ON r.id = rm.release_id
           WHERE rm.metric_id = wanted
             AND (COALESCE(r.published_at, r.imported_at) <= known OR (undated AND r.published_at IS NULL)))
        SELECT id, rank FROM known_releases
         WHERE rank >= COALESCE((SELECT max(rank) FROM known_releases WHERE starts_anew), 0)
      $$`);
  }
}
