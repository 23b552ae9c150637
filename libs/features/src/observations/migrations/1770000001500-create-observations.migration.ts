import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateObservations1770000001500 implements MigrationInterface {
  name = 'CreateObservations1770000001500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE observations (
        metric_id integer NOT NULL,
        area_id integer NOT NULL,
        period_start date NOT NULL,
        period_months smallint NOT NULL,
        release_id integer NOT NULL,
        value double precision,
        lower double precision,
        upper double precision,
        status text,
        note text,
        CONSTRAINT pk_observations PRIMARY KEY (metric_id, area_id, period_start, period_months, release_id)
      )`);
    await runner.query(`
      CREATE TABLE releases (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        checksum text NOT NULL,
        file_name text NOT NULL,
        publisher text NOT NULL,
        published_on date,
        imported_at timestamptz NOT NULL,
        imported_by text NOT NULL,
        rows_read integer NOT NULL,
        rows_with_value integer NOT NULL,
        rows_missing integer NOT NULL,
        unconfirmed_areas text array NOT NULL,
        CONSTRAINT uq_releases_checksum UNIQUE (checksum),
        CONSTRAINT pk_releases PRIMARY KEY (id)
      )`);
    await runner.query(`COMMENT ON TABLE observations IS 'append-only: figures as published, one row a cell and release'`);
    await runner.query(`SELECT make_append_only('observations')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE releases CASCADE');
    await runner.query('DROP TABLE observations CASCADE');
  }
}
