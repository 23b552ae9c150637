import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A reminder that was given is never taken back: the rows are what keeps it from being given twice. */
export class KeepReminders1770000005626 implements MigrationInterface {
  name = 'KeepReminders1770000005626';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`COMMENT ON TABLE reminders IS 'append-only: reminders that were given'`);
    await runner.query(`SELECT make_append_only('reminders')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER append_only_whole ON reminders');
    await runner.query('DROP TRIGGER append_only ON reminders');
    await runner.query('COMMENT ON TABLE reminders IS NULL');
  }
}
