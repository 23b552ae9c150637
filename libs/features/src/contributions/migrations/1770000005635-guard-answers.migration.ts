import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What was given stays as it was given until it is taken back, and a request what it was. */
export class GuardAnswers1770000005635 implements MigrationInterface {
  name = 'GuardAnswers1770000005635';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_contribution_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.state NOT IN ('asked', 'drafted', 'given', 'declined', 'not-given') OR (TG_OP = 'INSERT' AND (NEW.state <> 'asked' OR NEW.given_at IS NOT NULL)) THEN
          RAISE EXCEPTION 'a contribution cannot be %', NEW.state USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'INSERT' THEN
          RETURN NEW;
        END IF;
        IF (NEW.asked_by, NEW.about, NEW.about_label) IS DISTINCT FROM (OLD.asked_by, OLD.about, OLD.about_label) THEN
          RAISE EXCEPTION 'a contribution keeps by whom and about what it was asked' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state = 'given' AND NEW.state NOT IN ('given', 'drafted')
           OR OLD.state = 'given' AND NEW.state = 'given' AND (NEW.answer, NEW.evidence, NEW.given_at) IS DISTINCT FROM (OLD.answer, OLD.evidence, OLD.given_at) THEN
          RAISE EXCEPTION 'what was given is taken back before it is changed' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_contribution_answer BEFORE INSERT OR UPDATE ON contributions FOR EACH ROW EXECUTE FUNCTION guard_contribution_answer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_contribution_answer ON contributions');
    await runner.query('DROP FUNCTION guard_contribution_answer()');
  }
}
