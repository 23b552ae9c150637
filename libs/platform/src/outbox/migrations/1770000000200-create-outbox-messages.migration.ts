import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateOutboxMessages1770000000200 implements MigrationInterface {
  name = 'CreateOutboxMessages1770000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_messages (
        id uuid NOT NULL CONSTRAINT pk_outbox_messages PRIMARY KEY,
        kind text NOT NULL,
        queue text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        done_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        failed_at timestamptz
      )`);
    await runner.query(`CREATE INDEX ix_outbox_messages_undone ON outbox_messages (due_at) WHERE done_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_messages');
  }
}
