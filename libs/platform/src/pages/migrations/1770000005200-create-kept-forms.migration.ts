import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What somebody had typed when their session was gone, until they are back. */
export class CreateKeptForms1770000005200 implements MigrationInterface {
  name = 'CreateKeptForms1770000005200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_forms (
        token_hash text NOT NULL CONSTRAINT pk_kept_forms PRIMARY KEY,
        person_id text NOT NULL,
        page text NOT NULL,
        sealed_fields bytea NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX ix_kept_forms_expires_at ON kept_forms (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_forms');
  }
}
