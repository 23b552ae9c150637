import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What somebody was told stays told: a notice is read once and mailed once, and nothing else of it changes. */
export class GuardNotices1770000005645 implements MigrationInterface {
  name = 'GuardNotices1770000005645';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'notices are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.user_id, NEW.kind, NEW.subject, NEW.body, NEW.path, NEW.about, NEW.written_at)
           IS DISTINCT FROM (OLD.id, OLD.user_id, OLD.kind, OLD.subject, OLD.body, OLD.path, OLD.about, OLD.written_at)
           OR (OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at)
           OR (OLD.mailed_at IS NOT NULL AND NEW.mailed_at IS DISTINCT FROM OLD.mailed_at) THEN
          RAISE EXCEPTION 'a notice stays as it was written, and is read and mailed once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_notice BEFORE UPDATE OR DELETE ON notices FOR EACH ROW EXECUTE FUNCTION guard_notice()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_notice ON notices');
    await runner.query('DROP FUNCTION guard_notice()');
  }
}
