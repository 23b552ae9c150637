import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class TieFundsToMissions1770000006580 implements MigrationInterface {
  name = 'TieFundsToMissions1770000006580';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE funds
        ADD COLUMN slug text,
        ADD COLUMN missions text[] NOT NULL DEFAULT '{}',
        ADD COLUMN eligible text[] NOT NULL DEFAULT '{E06,E07,E08,E09}',
        ADD COLUMN awarded text,
        ADD COLUMN publisher text,
        ADD COLUMN source_url text,
        ADD COLUMN licence text`);
    await runner.query(`UPDATE funds SET slug = trim(both '-' from regexp_replace(lower(title), '[^a-z0-9]+', '-', 'g'))`);
    await runner.query('ALTER TABLE funds ALTER COLUMN slug SET NOT NULL, ADD CONSTRAINT uq_funds_slug UNIQUE (slug)');
    await runner.query(`
      CREATE TABLE authority_grants (
        file_id integer NOT NULL,
        "row" integer NOT NULL,
        area_id integer,
        council text NOT NULL,
        year text NOT NULL,
        grants integer NOT NULL,
        ring_fenced numeric NOT NULL,
        total numeric NOT NULL,
        CONSTRAINT pk_authority_grants PRIMARY KEY (file_id, "row"),
        CONSTRAINT fk_authority_grants_file_id FOREIGN KEY (file_id) REFERENCES funding_files(id),
        CONSTRAINT fk_authority_grants_area_id FOREIGN KEY (area_id) REFERENCES areas(id),
        CONSTRAINT ck_authority_grants_share CHECK (grants >= 0 AND ring_fenced >= 0 AND ring_fenced <= total)
      )`);
    await runner.query('CREATE INDEX ix_authority_grants_area_id ON authority_grants (area_id)');
    await runner.query(`COMMENT ON TABLE authority_grants IS 'append-only: grants of councils as published, one row a row of the file'`);
    await runner.query(`SELECT make_append_only('authority_grants')`);
    await runner.query('ALTER TABLE funding_awards ADD COLUMN year text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE funding_awards DROP COLUMN year');
    await runner.query('DROP TABLE authority_grants CASCADE');
    await runner.query('ALTER TABLE funds DROP COLUMN slug, DROP COLUMN missions, DROP COLUMN eligible, DROP COLUMN awarded, DROP COLUMN publisher, DROP COLUMN source_url, DROP COLUMN licence');
  }
}
