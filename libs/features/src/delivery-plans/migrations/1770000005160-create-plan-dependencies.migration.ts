import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What departments ask each other to confirm, and every answer. Answers are the asked department's own, for every role and any SQL. */
export class CreatePlanDependencies1770000005160 implements MigrationInterface {
  name = 'CreatePlanDependencies1770000005160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan_dependency_requests (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        dependency_id text NOT NULL,
        version_number integer,
        department text NOT NULL,
        asked jsonb NOT NULL,
        asked_by uuid,
        asked_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_plan_dependency_requests PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE UNIQUE INDEX uq_plan_dependency_requests_version ON plan_dependency_requests (submission_id, dependency_id, version_number)`);
    await runner.query(`CREATE INDEX ix_plan_dependency_requests_department ON plan_dependency_requests (department)`);
    await runner.query(
      `ALTER TABLE plan_dependency_requests ADD CONSTRAINT fk_plan_dependency_requests_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`COMMENT ON TABLE plan_dependency_requests IS 'append-only: what departments asked each other to confirm'`);
    await runner.query(`SELECT make_append_only('plan_dependency_requests')`);
    await runner.query(`
      CREATE TABLE plan_dependency_answers (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        submission_id uuid NOT NULL,
        dependency_id text NOT NULL,
        asked jsonb NOT NULL,
        answer text NOT NULL,
        reason text NOT NULL,
        own_date date,
        answered_by uuid NOT NULL,
        answered_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_plan_dependency_answers PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_plan_dependency_answers_submission_id ON plan_dependency_answers (submission_id)`);
    await runner.query(
      `ALTER TABLE plan_dependency_answers ADD CONSTRAINT fk_plan_dependency_answers_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`COMMENT ON TABLE plan_dependency_answers IS 'append-only: every answer to a dependency'`);
    await runner.query(`SELECT make_append_only('plan_dependency_answers')`);
    await this.guardTheAnswer(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plan_dependency_answers CASCADE');
    await runner.query('DROP FUNCTION guard_dependency_answer()');
    await runner.query('DROP TABLE plan_dependency_requests CASCADE');
  }

  private async guardTheAnswer(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_dependency_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.answer NOT IN ('confirmed', 'disputed') THEN
          RAISE EXCEPTION 'a dependency is confirmed or disputed, not %', NEW.answer USING ERRCODE = 'check_violation';
        END IF;
        -- Shared lock: nobody changes department or role between this look and the commit.
        PERFORM FROM users u JOIN organisations o ON o.id = u.organisation_id
          WHERE u.id = NEW.answered_by AND u.disabled_at IS NULL AND u.roles && ARRAY['official', 'sro'] AND o.slug = NEW.asked ->> 'department'
          FOR SHARE OF u;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'only the department that is asked answers a dependency' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(
      `CREATE TRIGGER guard_dependency_answer BEFORE INSERT ON plan_dependency_answers FOR EACH ROW EXECUTE FUNCTION guard_dependency_answer()`,
    );
  }
}
