import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateSessions1770000000300 implements MigrationInterface {
  name = 'CreateSessions1770000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        sid text NOT NULL CONSTRAINT pk_sessions PRIMARY KEY,
        sess jsonb NOT NULL,
        expire timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX ix_sessions_expire ON sessions (expire)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sessions');
  }
}
