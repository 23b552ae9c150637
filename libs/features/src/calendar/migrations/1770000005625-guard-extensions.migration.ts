import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An extension is asked by the department before anybody decides it, and every one that was granted is counted. */
export class GuardExtensions1770000005625 implements MigrationInterface {
  name = 'GuardExtensions1770000005625';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_extension_asking() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.state <> 'asked' OR NEW.decision_reason IS NOT NULL OR NEW.decided_by IS NOT NULL OR NEW.decided_at IS NOT NULL THEN
          RAISE EXCEPTION 'an extension is asked for before it is decided' USING ERRCODE = 'check_violation';
        END IF;
        IF btrim(NEW.reason, E' \\t\\n\\r') = '' OR NEW.asked_due_on <= NEW.due_before THEN
          RAISE EXCEPTION 'an extension is asked for with a reason and to a later day' USING ERRCODE = 'check_violation';
        END IF;
        -- Shared lock: nobody changes department between this look and the commit.
        PERFORM FROM users u JOIN submissions s ON s.organisation_id = u.organisation_id
          WHERE u.id = NEW.asked_by AND s.id = NEW.submission_id AND u.disabled_at IS NULL FOR SHARE OF u;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'an extension is asked for by somebody of the department' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_extension_asking BEFORE INSERT ON extension_requests FOR EACH ROW EXECUTE FUNCTION guard_extension_asking()');
    await runner.query(`
      CREATE FUNCTION guard_extension_state() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.state NOT IN ('asked', 'granted', 'refused') THEN
          RAISE EXCEPTION 'an extension cannot be %', NEW.state USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_extension_state BEFORE INSERT OR UPDATE ON extension_requests FOR EACH ROW EXECUTE FUNCTION guard_extension_state()');
    await runner.query(`
      CREATE FUNCTION guard_extension_count() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        wanted uuid;
        counted record;
      BEGIN
        -- By row and not by NEW: both tables have this trigger, and what stands at the end is what counts.
        wanted := CASE WHEN TG_TABLE_NAME = 'submissions' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'submission_id' END;
        SELECT s.reference, s.extensions INTO counted FROM submissions s WHERE s.id = wanted
           AND s.extensions <> (SELECT count(*) FROM extension_requests r WHERE r.submission_id = s.id AND r.state = 'granted');
        IF FOUND THEN
          RAISE EXCEPTION 'submission % counts % extensions, and others were granted', counted.reference, counted.extensions USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_extension_count AFTER INSERT OR UPDATE OF extensions ON submissions
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_extension_count()`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_extension_count AFTER INSERT OR UPDATE ON extension_requests
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_extension_count()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_extension_count ON submissions');
    await runner.query('DROP TRIGGER guard_extension_count ON extension_requests');
    await runner.query('DROP FUNCTION guard_extension_count()');
    await runner.query('DROP TRIGGER guard_extension_state ON extension_requests');
    await runner.query('DROP FUNCTION guard_extension_state()');
    await runner.query('DROP TRIGGER guard_extension_asking ON extension_requests');
    await runner.query('DROP FUNCTION guard_extension_asking()');
  }
}
