import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Uploads and their files. Files lie in the database, so that any worker can take them and none is lost with a machine. */
export class CreateImportRuns1770000004400 implements MigrationInterface {
  name = 'CreateImportRuns1770000004400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_runs (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        file_name text NOT NULL,
        checksum text NOT NULL,
        bytes integer NOT NULL,
        state text NOT NULL,
        options jsonb NOT NULL,
        dry_run boolean NOT NULL,
        progress_bytes integer NOT NULL DEFAULT 0,
        progress_rows integer NOT NULL DEFAULT 0,
        report jsonb,
        release_id integer,
        refusal jsonb,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        CONSTRAINT uq_import_runs_reference UNIQUE (reference),
        CONSTRAINT pk_import_runs PRIMARY KEY (id),
        CONSTRAINT fk_import_runs_release_id FOREIGN KEY (release_id) REFERENCES releases (id),
        CONSTRAINT fk_import_runs_requested_by FOREIGN KEY (requested_by) REFERENCES users (id)
      )`);
    await runner.query('CREATE INDEX ix_import_runs_requested_at ON import_runs (requested_at)');
    await runner.query(`
      CREATE TABLE import_file_chunks (
        run_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_import_file_chunks PRIMARY KEY (run_id, position),
        CONSTRAINT fk_import_file_chunks_run_id FOREIGN KEY (run_id) REFERENCES import_runs (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_file_chunks CASCADE');
    await runner.query('DROP TABLE import_runs CASCADE');
  }
}
