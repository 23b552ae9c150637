import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who asks and who decides holds in the database too: nobody grants their own department, and what was decided stays decided. */
export class CreateExtensionRequests1770000005102 implements MigrationInterface {
  name = 'CreateExtensionRequests1770000005102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE extension_requests (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        state text NOT NULL,
        due_before date NOT NULL,
        asked_due_on date NOT NULL,
        reason text NOT NULL,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        decision_reason text,
        decided_by uuid,
        decided_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_extension_requests PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_extension_requests_submission_id ON extension_requests (submission_id)`);
    await runner.query(`CREATE UNIQUE INDEX uq_extension_requests_one_open ON extension_requests (submission_id) WHERE state = 'asked'`);
    await runner.query(`ALTER TABLE extension_requests ADD CONSTRAINT fk_extension_requests_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`
      CREATE FUNCTION guard_extension() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        department uuid;
        decider users%ROWTYPE;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'extension requests are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND (OLD.state <> 'asked' OR (NEW.id, NEW.submission_id, NEW.due_before, NEW.asked_due_on, NEW.reason, NEW.asked_by, NEW.asked_at)
             IS DISTINCT FROM (OLD.id, OLD.submission_id, OLD.due_before, OLD.asked_due_on, OLD.reason, OLD.asked_by, OLD.asked_at)) THEN
          RAISE EXCEPTION 'an extension stays as it was asked and decided' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state = 'asked' THEN
          RETURN NEW;
        END IF;
        SELECT organisation_id INTO department FROM submissions WHERE id = NEW.submission_id;
        -- Shared lock: nobody changes department or role between this look and the commit.
        SELECT * INTO decider FROM users WHERE id = NEW.decided_by FOR SHARE;
        IF decider.id IS NULL OR decider.disabled_at IS NOT NULL OR NOT decider.roles && ARRAY['reviewer', 'council-member', 'council-chair']
           OR decider.organisation_id IS NOT DISTINCT FROM department OR decider.home_organisation_id IS NOT DISTINCT FROM department THEN
          RAISE EXCEPTION 'an extension is decided by somebody of the council from outside the department' USING ERRCODE = 'check_violation';
        END IF;
        IF coalesce(trim(NEW.decision_reason), '') = '' OR NEW.decided_at IS NULL THEN
          RAISE EXCEPTION 'an extension is decided with a reason' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(
      `CREATE TRIGGER guard_extension BEFORE INSERT OR UPDATE OR DELETE ON extension_requests FOR EACH ROW EXECUTE FUNCTION guard_extension()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE extension_requests');
    await runner.query('DROP FUNCTION guard_extension()');
  }
}
