import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Two moves within one millisecond keep their order on the public timeline. */
export class OrderAlertEvents1770000003410 implements MigrationInterface {
  name = 'OrderAlertEvents1770000003410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert_events ADD sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert_events DROP COLUMN sequence');
  }
}
