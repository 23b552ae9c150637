import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Files of submissions. They lie in the database, so that one backup has them all and a version's files are kept with it. */
export class CreateAttachments1770000005250 implements MigrationInterface {
  name = 'CreateAttachments1770000005250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachments (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        name text NOT NULL,
        title text NOT NULL,
        type text NOT NULL,
        bytes integer NOT NULL,
        checksum text NOT NULL,
        state text NOT NULL,
        virus_check text NOT NULL,
        virus text,
        notes text[] NOT NULL DEFAULT '{}',
        added_by uuid NOT NULL,
        added_at timestamptz NOT NULL,
        checked_at timestamptz,
        removed_at timestamptz,
        CONSTRAINT pk_attachments PRIMARY KEY (id),
        CONSTRAINT fk_attachments_submission_id FOREIGN KEY (submission_id) REFERENCES submissions (id),
        CONSTRAINT fk_attachments_added_by FOREIGN KEY (added_by) REFERENCES users (id)
      )`);
    await runner.query('CREATE INDEX ix_attachments_submission_id ON attachments (submission_id)');
    await runner.query(`
      CREATE TABLE attachment_chunks (
        attachment_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_attachment_chunks PRIMARY KEY (attachment_id, position),
        CONSTRAINT fk_attachment_chunks_attachment_id FOREIGN KEY (attachment_id) REFERENCES attachments (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment_chunks CASCADE');
    await runner.query('DROP TABLE attachments CASCADE');
  }
}
