import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Layouts written by statisticians, confirmed changes inside series, and how many rows of a file were left out. */
export class CreateLayouts1770000004200 implements MigrationInterface {
  name = 'CreateLayouts1770000004200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE layouts (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        name text NOT NULL,
        text text NOT NULL,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT uq_layouts_name UNIQUE (name),
        CONSTRAINT pk_layouts PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE series_changes (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        metric_id integer NOT NULL,
        release_id integer NOT NULL,
        kind text NOT NULL,
        was text NOT NULL,
        now text NOT NULL,
        reason text NOT NULL,
        confirmed_by text NOT NULL,
        confirmed_at timestamptz NOT NULL,
        CONSTRAINT pk_series_changes PRIMARY KEY (id),
        CONSTRAINT fk_series_changes_metric_id FOREIGN KEY (metric_id) REFERENCES metrics (id),
        CONSTRAINT fk_series_changes_release_id FOREIGN KEY (release_id) REFERENCES releases (id)
      )`);
    await runner.query('ALTER TABLE releases ADD rows_rejected integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE releases DROP rows_rejected');
    await runner.query('DROP TABLE series_changes CASCADE');
    await runner.query('DROP TABLE layouts CASCADE');
  }
}
