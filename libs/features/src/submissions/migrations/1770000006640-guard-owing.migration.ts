import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Only a plan that nobody has signed can cease to be owed, whatever SQL is sent. */
export class GuardOwing1770000006640 implements MigrationInterface {
  name = 'GuardOwing1770000006640';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_owing() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.status = 'not-owed' AND (NEW.kind <> 'delivery-plan' OR NEW.delivered_versions > 0) THEN
          RAISE EXCEPTION 'submission % is owed: only a plan that was never signed can cease to be', NEW.reference USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_owing BEFORE INSERT OR UPDATE ON submissions FOR EACH ROW EXECUTE FUNCTION guard_owing()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE submissions SET status = 'draft' WHERE status = 'not-owed'`);
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query('DROP TRIGGER guard_owing ON submissions');
    await runner.query('DROP FUNCTION guard_owing()');
  }
}
