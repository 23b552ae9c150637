import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A clearance names the minister and a day that has come, and is recorded by the department itself. */
export class GuardClearances1770000005621 implements MigrationInterface {
  name = 'GuardClearances1770000005621';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_clearance() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF btrim(NEW.minister, E' \\t\\n\\r') = '' OR NEW.cleared_on > (NEW.recorded_at AT TIME ZONE 'Europe/London')::date THEN
          RAISE EXCEPTION 'a clearance names the minister and a day that has come' USING ERRCODE = 'check_violation';
        END IF;
        -- Shared lock: nobody changes department between this look and the commit.
        PERFORM FROM users u JOIN submissions s ON s.organisation_id = u.organisation_id
          WHERE u.id = NEW.recorded_by AND s.id = NEW.submission_id AND u.disabled_at IS NULL FOR SHARE OF u;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'a clearance is recorded by somebody of the department' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_clearance BEFORE INSERT ON submission_clearances FOR EACH ROW EXECUTE FUNCTION guard_clearance()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_clearance ON submission_clearances');
    await runner.query('DROP FUNCTION guard_clearance()');
  }
}
