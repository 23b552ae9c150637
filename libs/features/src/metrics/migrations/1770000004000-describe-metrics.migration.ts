import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What files mean by a year, how parts combine, who controls the figure, which method decides, where the series breaks. */
export class DescribeMetrics1770000004000 implements MigrationInterface {
  name = 'DescribeMetrics1770000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE metrics
        ADD year_kind text NOT NULL DEFAULT 'calendar',
        ADD snapshot_month smallint,
        ADD combines text,
        ADD place_control text,
        ADD place_control_note text,
        ADD method text,
        ADD accreditation text,
        ADD series_breaks jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE metrics
        DROP year_kind, DROP snapshot_month, DROP combines, DROP place_control, DROP place_control_note,
        DROP method, DROP accreditation, DROP series_breaks`);
  }
}
