import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What departments ask of others for a return, and what they were given. */
export class CreateContributions1770000005455 implements MigrationInterface {
  name = 'CreateContributions1770000005455';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contributions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        about text NOT NULL,
        about_label text NOT NULL,
        question text NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL,
        answer text NOT NULL DEFAULT '',
        evidence jsonb NOT NULL DEFAULT '[]',
        decline_reason text,
        asked_by uuid,
        asked_at timestamptz NOT NULL,
        given_at timestamptz,
        quoted boolean NOT NULL DEFAULT false,
        reminded_before integer,
        overdue_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_contributions PRIMARY KEY (id),
        CONSTRAINT fk_contributions_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id),
        CONSTRAINT fk_contributions_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_contributions_standing ON contributions (submission_id, organisation_id) WHERE asked_by IS NULL');
    await runner.query('CREATE INDEX ix_contributions_submission_id ON contributions (submission_id)');
    await runner.query('CREATE INDEX ix_contributions_due_on_organisation_id ON contributions (organisation_id, due_on)');
    await runner.query(`
      CREATE TABLE contribution_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        contribution_id uuid NOT NULL,
        action text NOT NULL,
        to_state text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        text text NOT NULL,
        evidence jsonb NOT NULL DEFAULT '[]',
        at timestamptz NOT NULL,
        CONSTRAINT pk_contribution_events PRIMARY KEY (id),
        CONSTRAINT fk_contribution_events_contribution_id FOREIGN KEY (contribution_id) REFERENCES contributions(id)
      )`);
    await runner.query('CREATE INDEX ix_contribution_events_contribution_id ON contribution_events (contribution_id)');
    await runner.query(`COMMENT ON TABLE contribution_events IS 'append-only: the history of every contribution'`);
    await runner.query(`SELECT make_append_only('contribution_events')`);
    // Nobody answers for their own return, and a request keeps what was asked of whom.
    await runner.query(`
      CREATE FUNCTION guard_contribution() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'contributions are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'INSERT' THEN
          IF EXISTS (SELECT FROM submissions s WHERE s.id = NEW.submission_id AND s.organisation_id = NEW.organisation_id) THEN
            RAISE EXCEPTION 'a department is not asked to contribute to its own return' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF (NEW.id, NEW.submission_id, NEW.organisation_id, NEW.question, NEW.asked_at) IS DISTINCT FROM (OLD.id, OLD.submission_id, OLD.organisation_id, OLD.question, OLD.asked_at) THEN
          RAISE EXCEPTION 'a contribution keeps what was asked of whom' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_contribution BEFORE INSERT OR UPDATE OR DELETE ON contributions FOR EACH ROW EXECUTE FUNCTION guard_contribution()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contribution_events CASCADE');
    await runner.query('DROP TABLE contributions CASCADE');
    await runner.query('DROP FUNCTION guard_contribution()');
  }
}
