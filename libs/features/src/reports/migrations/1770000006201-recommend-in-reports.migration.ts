import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Recommendations of a report: written with it, made when it is published, in the name of the chair who set the time. */
export class RecommendInReports1770000006201 implements MigrationInterface {
  name = 'RecommendInReports1770000006201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE reports ADD recommendations jsonb NOT NULL DEFAULT '[]', ADD scheduled_by uuid`);
    await runner.query(`ALTER TABLE reports ADD CONSTRAINT fk_reports_scheduled_by FOREIGN KEY (scheduled_by) REFERENCES users(id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reports DROP COLUMN scheduled_by, DROP COLUMN recommendations');
  }
}
