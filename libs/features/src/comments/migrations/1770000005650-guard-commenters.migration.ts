import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Drafts are commented on by the department itself, and by whoever it has sent a link that still works. */
export class GuardCommenters1770000005650 implements MigrationInterface {
  name = 'GuardCommenters1770000005650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_commenter() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.author_id IS NOT NULL AND NEW.draft_link_id IS NULL THEN
          -- Shared lock: nobody changes department between this look and the commit.
          PERFORM FROM users u JOIN submissions s ON s.organisation_id = u.organisation_id
            WHERE u.id = NEW.author_id AND s.id = NEW.submission_id AND u.disabled_at IS NULL FOR SHARE OF u;
        ELSIF NEW.author_id IS NULL AND NEW.draft_link_id IS NOT NULL THEN
          PERFORM FROM draft_links l
            WHERE l.id = NEW.draft_link_id AND l.submission_id = NEW.submission_id AND l.withdrawn_at IS NULL AND l.expires_at > NEW.at FOR SHARE;
        ELSE
          PERFORM WHERE false;
        END IF;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'a draft is commented on by its department or by a link that works' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_commenter BEFORE INSERT ON section_comments FOR EACH ROW EXECUTE FUNCTION guard_commenter()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_commenter ON section_comments');
    await runner.query('DROP FUNCTION guard_commenter()');
  }
}
