import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateReportingCalendars1770000005100 implements MigrationInterface {
  name = 'CreateReportingCalendars1770000005100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reporting_calendars (
        framework_id uuid NOT NULL,
        nation text NOT NULL,
        starts_on date NOT NULL,
        avoids_recess boolean NOT NULL,
        returns jsonb,
        plans jsonb,
        changed_at timestamptz NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT rel_reporting_calendars_framework_id UNIQUE (framework_id),
        CONSTRAINT pk_reporting_calendars PRIMARY KEY (framework_id)
      )`);
    await runner.query(`
      CREATE TABLE reporting_cycles (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        framework_id uuid NOT NULL,
        kind text NOT NULL,
        covers_label text NOT NULL,
        covers_from date NOT NULL,
        covers_to date NOT NULL,
        opens_on date NOT NULL,
        due_on date NOT NULL,
        closes_on date,
        opened_at timestamptz NOT NULL,
        opened integer NOT NULL DEFAULT '0',
        without_lead text array NOT NULL DEFAULT '{}',
        CONSTRAINT uq_reporting_cycles_covers_from_covers_to_framework_id_kind UNIQUE (framework_id, kind, covers_from, covers_to),
        CONSTRAINT pk_reporting_cycles PRIMARY KEY (id)
      )`);
    await runner.query(`ALTER TABLE reporting_calendars ADD CONSTRAINT fk_reporting_calendars_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE reporting_cycles ADD CONSTRAINT fk_reporting_cycles_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reporting_cycles');
    await runner.query('DROP TABLE reporting_calendars');
  }
}
