import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The rules of who signs and what the council has really decided, for every role and any SQL. Rules about the row itself are
 * checked at once; rules that need a review or a version are checked at commit, so that the order of writing is free.
 * The functions put the temporary schema last: no table made in a session can stand in for ours.
 */
export class GuardSubmissions1770000003200 implements MigrationInterface {
  name = 'GuardSubmissions1770000003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE submission_events ADD sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL`);
    await runner.query(`ALTER TABLE submissions ADD standing_version integer`);
    await runner.query(`UPDATE submissions SET standing_version = delivered_versions WHERE delivered_versions > 0 AND status <> 'withdrawn'`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_submissions_return_once ON submissions (mission_id, covers_from, covers_to) WHERE kind = 'evidence-return'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX uq_submissions_plan_once ON submissions (framework_id, organisation_id, covers_from, covers_to) WHERE kind = 'delivery-plan'`,
    );
    await runner.query(`CREATE INDEX ix_submissions_due_on_organisation_id ON submissions (organisation_id, due_on)`);
    await this.guardTheRow(runner);
    await this.guardTheSignature(runner);
    await this.guardTheDecision(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_version ON submission_versions');
    await runner.query('DROP FUNCTION guard_version()');
    await runner.query('DROP TRIGGER guard_decision ON submissions');
    await runner.query('DROP FUNCTION guard_decision()');
    await runner.query('DROP TRIGGER guard_submission ON submissions');
    await runner.query('DROP FUNCTION guard_submission()');
    await runner.query('DROP FUNCTION signer_is_barred(uuid, uuid, uuid)');
    await runner.query('DROP INDEX ix_submissions_due_on_organisation_id');
    await runner.query('DROP INDEX uq_submissions_plan_once');
    await runner.query('DROP INDEX uq_submissions_return_once');
    await runner.query('ALTER TABLE submissions DROP COLUMN standing_version');
    await runner.query('ALTER TABLE submission_events DROP COLUMN sequence');
  }

  private async guardTheRow(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION signer_is_barred(signer uuid, signed uuid, department uuid) RETURNS text LANGUAGE plpgsql
        SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
      BEGIN
        -- Shared lock: nobody changes department or role between this look and the commit.
        SELECT * INTO person FROM users WHERE id = signer FOR SHARE;
        RETURN CASE
          WHEN person.id IS NULL THEN 'there is no such person'
          WHEN person.disabled_at IS NOT NULL THEN 'the account is disabled'
          WHEN NOT 'sro' = ANY (person.roles) THEN 'only a senior responsible owner can sign'
          WHEN person.organisation_id IS DISTINCT FROM department THEN 'the signer belongs to another department'
          WHEN EXISTS (SELECT FROM submission_events e WHERE e.submission_id = signed AND e.action = 'save' AND e.actor_id = signer)
            THEN 'the signer wrote part of it'
        END;
      END $$`);
    await runner.query(`
      CREATE FUNCTION guard_submission() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        barred text;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'submissions are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF (NEW.id, NEW.kind, NEW.reference, NEW.framework_id, NEW.organisation_id, NEW.mission_id, NEW.created_at)
             IS DISTINCT FROM (OLD.id, OLD.kind, OLD.reference, OLD.framework_id, OLD.organisation_id, OLD.mission_id, OLD.created_at) THEN
            RAISE EXCEPTION 'submission % keeps its kind, reference, department and mission', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF NEW.delivered_versions < OLD.delivered_versions THEN
            RAISE EXCEPTION 'submission % has delivered version %: that cannot be undone', OLD.reference, OLD.delivered_versions
              USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        IF NEW.signed_by IS NOT NULL AND NEW.signed_by = NEW.drafted_by THEN
          RAISE EXCEPTION 'submission % cannot be signed by whoever wrote it', NEW.reference USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.signed_by IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.signed_by IS DISTINCT FROM OLD.signed_by) THEN
          barred := signer_is_barred(NEW.signed_by, NEW.id, NEW.organisation_id);
          IF barred IS NOT NULL THEN
            RAISE EXCEPTION 'submission % cannot be signed: %', NEW.reference, barred USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(
      `CREATE TRIGGER guard_submission BEFORE INSERT OR UPDATE OR DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION guard_submission()`,
    );
  }

  private async guardTheSignature(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_version() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        barred text;
      BEGIN
        IF NEW.signed_by = NEW.drafted_by THEN
          RAISE EXCEPTION 'a version cannot be signed by whoever wrote it' USING ERRCODE = 'check_violation';
        END IF;
        SELECT signer_is_barred(NEW.signed_by, s.id, s.organisation_id) INTO barred FROM submissions s WHERE s.id = NEW.submission_id;
        IF barred IS NOT NULL THEN
          RAISE EXCEPTION 'this version cannot be signed: %', barred USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER guard_version BEFORE INSERT ON submission_versions FOR EACH ROW EXECUTE FUNCTION guard_version()`);
  }

  /** In review, changes requested and accepted are words of the council: each needs its review of the delivered version. */
  private async guardTheDecision(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        now_standing submissions%ROWTYPE;
      BEGIN
        -- Only where it moved: writing on after changes were requested needs no reviewer.
        IF TG_OP = 'UPDATE' AND (NEW.status, NEW.delivered_versions) IS NOT DISTINCT FROM (OLD.status, OLD.delivered_versions) THEN
          RETURN NULL;
        END IF;
        SELECT * INTO now_standing FROM submissions WHERE id = NEW.id;
        IF now_standing.status NOT IN ('in-review', 'changes-requested', 'accepted') THEN
          RETURN NULL;
        END IF;
        IF NOT EXISTS (SELECT FROM submission_versions v
                        WHERE v.submission_id = now_standing.id AND v.number = now_standing.delivered_versions) THEN
          RAISE EXCEPTION 'submission % cannot be %: version % was never delivered', now_standing.reference, now_standing.status,
            now_standing.delivered_versions USING ERRCODE = 'check_violation';
        END IF;
        IF NOT EXISTS (
          SELECT FROM reviews r JOIN users u ON u.id = r.reviewer_id
           WHERE r.submission_id = now_standing.id AND r.version_number = now_standing.delivered_versions
             AND u.organisation_id <> now_standing.organisation_id
             AND u.home_organisation_id IS DISTINCT FROM now_standing.organisation_id
             AND r.reviewer_id IS DISTINCT FROM now_standing.drafted_by AND r.reviewer_id IS DISTINCT FROM now_standing.signed_by
             AND CASE now_standing.status WHEN 'in-review' THEN r.status = 'claimed' ELSE r.decision = now_standing.status END) THEN
          RAISE EXCEPTION 'submission % cannot be %: no reviewer from outside the department says so of version %', now_standing.reference,
            now_standing.status, now_standing.delivered_versions USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_decision AFTER INSERT OR UPDATE ON submissions
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_decision()`);
  }
}
