import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateDraftLinks1770000005320 implements MigrationInterface {
  name = 'CreateDraftLinks1770000005320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE draft_links (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        secret_hash text NOT NULL,
        purpose text NOT NULL,
        made_by uuid NOT NULL,
        made_by_name text NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        openings integer NOT NULL DEFAULT '0',
        opened_at timestamptz,
        minute_from timestamptz,
        openings_in_minute integer NOT NULL DEFAULT '0',
        CONSTRAINT uq_draft_links_secret_hash UNIQUE (secret_hash),
        CONSTRAINT pk_draft_links PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_draft_links_submission_id ON draft_links (submission_id)');
    await runner.query('ALTER TABLE draft_links ADD CONSTRAINT fk_draft_links_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_links CASCADE');
  }
}
