import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the council itself has on record is part of a report; a report that nobody wants is dropped, and its period can be reported on anew. */
export class KeepRecordOfReports1770000006200 implements MigrationInterface {
  name = 'KeepRecordOfReports1770000006200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reports ADD record jsonb, ADD opened_by uuid');
    await runner.query('ALTER TABLE reports DROP CONSTRAINT uq_reports_framework_id_kind_period_to');
    await runner.query(`CREATE UNIQUE INDEX uq_reports_framework_id_kind_period_to ON reports (framework_id, kind, period_to) WHERE state <> 'dropped'`);
    await runner.query(`
      CREATE FUNCTION guard_report() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'reports are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.record IS DISTINCT FROM OLD.record AND OLD.state <> 'writing' THEN
          RAISE EXCEPTION 'a report is changed while it is in writing' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state = 'dropped' AND NEW.state <> 'dropped' OR NEW.state = 'dropped' AND NEW.editions > 0 THEN
          RAISE EXCEPTION 'a report that was dropped stays dropped, and one that is out cannot be' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.editions < OLD.editions THEN
          RAISE EXCEPTION 'editions that are out stay out' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_report BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION guard_report()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_report ON reports');
    await runner.query('DROP FUNCTION guard_report()');
    await runner.query('DROP INDEX uq_reports_framework_id_kind_period_to');
    await runner.query('ALTER TABLE reports ADD CONSTRAINT uq_reports_framework_id_kind_period_to UNIQUE (framework_id, kind, period_to)');
    await runner.query('ALTER TABLE reports DROP COLUMN opened_by, DROP COLUMN record');
  }
}
