import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateImportWarnings1770000004310 implements MigrationInterface {
  name = 'CreateImportWarnings1770000004310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_warnings (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        release_id integer NOT NULL,
        metric_id integer,
        area_id integer,
        period_start date,
        period_months smallint,
        kind text NOT NULL,
        sentence text NOT NULL,
        numbers jsonb NOT NULL,
        position integer NOT NULL,
        acknowledged_by uuid,
        acknowledged_at timestamptz,
        note text,
        CONSTRAINT pk_import_warnings PRIMARY KEY (id),
        CONSTRAINT fk_import_warnings_release_id FOREIGN KEY (release_id) REFERENCES releases (id),
        CONSTRAINT fk_import_warnings_metric_id FOREIGN KEY (metric_id) REFERENCES metrics (id),
        CONSTRAINT fk_import_warnings_area_id FOREIGN KEY (area_id) REFERENCES areas (id),
        CONSTRAINT fk_import_warnings_acknowledged_by FOREIGN KEY (acknowledged_by) REFERENCES users (id)
      )`);
    await runner.query('CREATE INDEX ix_import_warnings_position_release_id ON import_warnings (release_id, position)');
    await runner.query('CREATE INDEX ix_import_warnings_acknowledged_at_metric_id ON import_warnings (metric_id, acknowledged_at)');
    await runner.query(`
      CREATE TABLE series_breaks (
        metric_id integer NOT NULL,
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        period_key text NOT NULL,
        what text NOT NULL,
        reason text NOT NULL,
        release_id integer,
        recorded_by uuid NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_series_breaks PRIMARY KEY (id),
        CONSTRAINT fk_series_breaks_metric_id FOREIGN KEY (metric_id) REFERENCES metrics (id),
        CONSTRAINT fk_series_breaks_release_id FOREIGN KEY (release_id) REFERENCES releases (id),
        CONSTRAINT fk_series_breaks_recorded_by FOREIGN KEY (recorded_by) REFERENCES users (id)
      )`);
    await runner.query('CREATE INDEX ix_series_breaks_metric_id ON series_breaks (metric_id)');
    await runner.query(`COMMENT ON TABLE series_breaks IS 'append-only: breaks of series as recorded'`);
    await runner.query(`SELECT make_append_only('series_breaks')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE series_breaks');
    await runner.query('DROP TABLE import_warnings');
  }
}
