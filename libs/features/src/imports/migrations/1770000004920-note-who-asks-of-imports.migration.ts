import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who has a checked file loaded may be another than who uploaded it, and a token is answerable for what it brings. */
export class NoteWhoAsksOfImports1770000004920 implements MigrationInterface {
  name = 'NoteWhoAsksOfImports1770000004920';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_runs
        ADD COLUMN token_id uuid,
        ADD COLUMN load_requested_by uuid,
        ADD CONSTRAINT fk_import_runs_token_id FOREIGN KEY (token_id) REFERENCES access_tokens (id),
        ADD CONSTRAINT fk_import_runs_load_requested_by FOREIGN KEY (load_requested_by) REFERENCES users (id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_runs DROP COLUMN token_id, DROP COLUMN load_requested_by');
  }
}
