import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateWatchMarks1770000005000 implements MigrationInterface {
  name = 'CreateWatchMarks1770000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE watch_marks (
        watch text NOT NULL,
        term text NOT NULL,
        done_at timestamptz NOT NULL,
        CONSTRAINT pk_watch_marks PRIMARY KEY (watch, term)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE watch_marks');
  }
}
