import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateMailMessages1770000002300 implements MigrationInterface {
  name = 'CreateMailMessages1770000002300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_messages (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        recipient text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        about text NOT NULL,
        state text NOT NULL DEFAULT 'queued',
        written_at timestamptz NOT NULL,
        sent_at timestamptz,
        attempts integer NOT NULL DEFAULT '0',
        last_error text,
        CONSTRAINT pk_mail_messages PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_messages CASCADE');
  }
}
