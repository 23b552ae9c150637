import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Drafts by kind: the words of a submission, outside its versions. */
const DRAFTS = ['evidence_returns', 'delivery_plans'];

/** What was sent for sign-off is what is signed: words change only while the department writes, for every role and any SQL. */
export class GuardDrafts1770000003210 implements MigrationInterface {
  name = 'GuardDrafts1770000003210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        written submissions%ROWTYPE;
      BEGIN
        -- Shared lock: it is not sent for sign-off between this look and the commit.
        SELECT * INTO written FROM submissions WHERE id = OLD.submission_id FOR SHARE;
        IF TG_OP = 'DELETE' OR NEW.submission_id <> OLD.submission_id OR written.status NOT IN ('draft', 'changes-requested') THEN
          RAISE EXCEPTION 'submission % is %: % of its words refused', written.reference, written.status, TG_OP USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    for (const table of DRAFTS) {
      await runner.query(`CREATE TRIGGER guard_draft BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION guard_draft()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of DRAFTS) await runner.query(`DROP TRIGGER guard_draft ON ${table}`);
    await runner.query('DROP FUNCTION guard_draft()');
  }
}
