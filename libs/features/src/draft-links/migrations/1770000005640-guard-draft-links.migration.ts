import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A link to a draft never lives longer than it was made for, and comes back to nobody once withdrawn. */
export class GuardDraftLinks1770000005640 implements MigrationInterface {
  name = 'GuardDraftLinks1770000005640';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_draft_link() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'links to drafts are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.submission_id, NEW.secret_hash, NEW.purpose, NEW.made_by, NEW.made_by_name, NEW.made_at)
           IS DISTINCT FROM (OLD.id, OLD.submission_id, OLD.secret_hash, OLD.purpose, OLD.made_by, OLD.made_by_name, OLD.made_at)
           OR NEW.expires_at > OLD.expires_at OR (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at) THEN
          RAISE EXCEPTION 'a link to a draft stays as it was made, and is withdrawn once' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_draft_link BEFORE UPDATE OR DELETE ON draft_links FOR EACH ROW EXECUTE FUNCTION guard_draft_link()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_draft_link ON draft_links');
    await runner.query('DROP FUNCTION guard_draft_link()');
  }
}
