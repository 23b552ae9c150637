import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Codes end and are split: a rule over areas must not count an authority under its old and its new code. */
export class AddSuccessorsToAreas1770000003100 implements MigrationInterface {
  name = 'AddSuccessorsToAreas1770000003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE areas ADD COLUMN valid_from date`);
    await runner.query(`ALTER TABLE areas ADD COLUMN valid_to date`);
    await runner.query(`ALTER TABLE areas ADD COLUMN successors text array NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE areas DROP COLUMN successors, DROP COLUMN valid_to, DROP COLUMN valid_from`);
  }
}
