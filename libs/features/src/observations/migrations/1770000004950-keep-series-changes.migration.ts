import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class KeepSeriesChanges1770000004950 implements MigrationInterface {
  name = 'KeepSeriesChanges1770000004950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`COMMENT ON TABLE series_changes IS 'append-only: changes of unit, measure or direction as confirmed'`);
    await runner.query(`SELECT make_append_only('series_changes')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER append_only ON series_changes');
    await runner.query('DROP TRIGGER append_only_whole ON series_changes');
    await runner.query('COMMENT ON TABLE series_changes IS NULL');
  }
}
