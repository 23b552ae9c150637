import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateCalendarDays1770000005020 implements MigrationInterface {
  name = 'CreateCalendarDays1770000005020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_days (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        nation text,
        name text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        source text NOT NULL,
        entered_at timestamptz NOT NULL,
        dropped_at timestamptz,
        CONSTRAINT pk_calendar_days PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_days');
  }
}
