import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What counts as delivered and as never delivered, and the days of a submission, for every role and any SQL. */
export class GuardStanding1770000005620 implements MigrationInterface {
  name = 'GuardStanding1770000005620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_standing() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        now_standing submissions%ROWTYPE;
        closing submission_events%ROWTYPE;
      BEGIN
        IF TG_OP = 'UPDATE' AND (NEW.status, NEW.delivered_versions, NEW.signed_by) IS NOT DISTINCT FROM (OLD.status, OLD.delivered_versions, OLD.signed_by) THEN
          RETURN NULL;
        END IF;
        SELECT * INTO now_standing FROM submissions WHERE id = NEW.id;
        IF now_standing.status = 'submitted' AND NOT EXISTS (
             SELECT FROM submission_versions v WHERE v.submission_id = now_standing.id AND v.number = now_standing.delivered_versions
                AND v.signed_by = now_standing.signed_by) THEN
          RAISE EXCEPTION 'submission % is not submitted: version % was not delivered by its signer', now_standing.reference,
            now_standing.delivered_versions USING ERRCODE = 'check_violation';
        END IF;
        IF now_standing.status = 'not-submitted' THEN
          SELECT * INTO closing FROM submission_events e WHERE e.submission_id = now_standing.id AND e.action = 'close-window'
           ORDER BY e.sequence DESC LIMIT 1;
          IF closing.id IS NULL OR now_standing.closes_on IS NULL
             OR (closing.at AT TIME ZONE 'Europe/London')::date <= now_standing.closes_on THEN
            RAISE EXCEPTION 'submission % is not over: its window has not closed', now_standing.reference USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_standing AFTER INSERT OR UPDATE ON submissions
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_standing()`);
    await runner.query(`
      CREATE FUNCTION guard_submission_days() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.due_on < NEW.first_due_on THEN
          RAISE EXCEPTION 'submission % is not due earlier than it was first', NEW.reference USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.first_due_on <> OLD.first_due_on THEN
          RAISE EXCEPTION 'submission % keeps the day on which it was first due', NEW.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.overdue_at IS NOT NULL AND NEW.overdue_at IS DISTINCT FROM OLD.overdue_at THEN
          RAISE EXCEPTION 'submission % keeps its mark of being late', NEW.reference USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_submission_days BEFORE INSERT OR UPDATE ON submissions FOR EACH ROW EXECUTE FUNCTION guard_submission_days()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_submission_days ON submissions');
    await runner.query('DROP FUNCTION guard_submission_days()');
    await runner.query('DROP TRIGGER guard_standing ON submissions');
    await runner.query('DROP FUNCTION guard_standing()');
  }
}
