import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateFunding1770000004800 implements MigrationInterface {
  name = 'CreateFunding1770000004800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE funds (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        name text NOT NULL,
        title text NOT NULL,
        CONSTRAINT uq_funds_name UNIQUE (name),
        CONSTRAINT pk_funds PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE funding_files (
        checksum text NOT NULL,
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        file_name text NOT NULL,
        layout text NOT NULL,
        rows integer NOT NULL,
        imported_at timestamptz NOT NULL,
        imported_by text NOT NULL,
        CONSTRAINT uq_funding_files_checksum UNIQUE (checksum),
        CONSTRAINT pk_funding_files PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE funding_awards (
        file_id integer NOT NULL,
        "row" integer NOT NULL,
        fund_id integer NOT NULL,
        code text,
        place text,
        council text,
        area_id integer,
        rdel numeric,
        cdel numeric,
        total numeric,
        sum_as_published boolean,
        CONSTRAINT ck_funding_awards_named CHECK (num_nonnulls(code, place) > 0),
        CONSTRAINT pk_funding_awards PRIMARY KEY (file_id, "row"),
        CONSTRAINT fk_funding_awards_file_id FOREIGN KEY (file_id) REFERENCES funding_files(id),
        CONSTRAINT fk_funding_awards_fund_id FOREIGN KEY (fund_id) REFERENCES funds(id),
        CONSTRAINT fk_funding_awards_area_id FOREIGN KEY (area_id) REFERENCES areas(id)
      )`);
    await runner.query('CREATE INDEX ix_funding_awards_fund_id ON funding_awards (fund_id)');
    await runner.query('CREATE INDEX ix_funding_awards_area_id ON funding_awards (area_id)');
    await runner.query(`COMMENT ON TABLE funding_files IS 'append-only: files of awards as published'`);
    await runner.query(`COMMENT ON TABLE funding_awards IS 'append-only: awards as published, one row a row of the file'`);
    await runner.query(`SELECT make_append_only('funding_files')`);
    await runner.query(`SELECT make_append_only('funding_awards')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE funding_awards CASCADE');
    await runner.query('DROP TABLE funding_files CASCADE');
    await runner.query('DROP TABLE funds CASCADE');
  }
}
