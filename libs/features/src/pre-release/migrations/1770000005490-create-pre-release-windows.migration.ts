import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who sees which release before its hour, and what places say about their figures in it. */
export class CreatePreReleaseWindows1770000005490 implements MigrationInterface {
  name = 'CreatePreReleaseWindows1770000005490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pre_release_windows (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        release_id integer NOT NULL,
        hours_before integer NOT NULL,
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT uq_pre_release_windows_release_id UNIQUE (release_id),
        CONSTRAINT ck_pre_release_windows_hours CHECK (hours_before BETWEEN 1 AND 24),
        CONSTRAINT pk_pre_release_windows PRIMARY KEY (id),
        CONSTRAINT fk_pre_release_windows_release_id FOREIGN KEY (release_id) REFERENCES releases(id)
      )`);
    await runner.query(`
      CREATE TABLE pre_release_bodies (
        window_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        CONSTRAINT pk_pre_release_bodies PRIMARY KEY (window_id, organisation_id),
        CONSTRAINT fk_pre_release_bodies_window_id FOREIGN KEY (window_id) REFERENCES pre_release_windows(id),
        CONSTRAINT fk_pre_release_bodies_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id)
      )`);
    await runner.query(`COMMENT ON TABLE pre_release_bodies IS 'append-only: who sees a release before its hour'`);
    await runner.query(`SELECT make_append_only('pre_release_bodies')`);
    await runner.query(`
      CREATE TABLE pre_release_comments (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        window_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        area_id integer NOT NULL,
        metric_id integer NOT NULL,
        words text,
        author_id uuid NOT NULL,
        written_at timestamptz NOT NULL,
        CONSTRAINT pk_pre_release_comments PRIMARY KEY (id),
        CONSTRAINT fk_pre_release_comments_window_id FOREIGN KEY (window_id) REFERENCES pre_release_windows(id),
        CONSTRAINT fk_pre_release_comments_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id),
        CONSTRAINT fk_pre_release_comments_area_id FOREIGN KEY (area_id) REFERENCES areas(id),
        CONSTRAINT fk_pre_release_comments_metric_id FOREIGN KEY (metric_id) REFERENCES metrics(id)
      )`);
    await runner.query('CREATE INDEX ix_pre_release_comments_window_id ON pre_release_comments (window_id)');
    await runner.query(`COMMENT ON TABLE pre_release_comments IS 'append-only: what places say of their figures before the hour; the newest stands'`);
    await runner.query(`SELECT make_append_only('pre_release_comments')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['pre_release_comments', 'pre_release_bodies', 'pre_release_windows']) await runner.query(`DROP TABLE ${table} CASCADE`);
  }
}
