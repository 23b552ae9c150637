import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * For every role and any SQL: what a file is never changes, files come and go only while the department writes, and the bytes of a
 * file that a delivered version names stay.
 */
export class GuardAttachments1770000005255 implements MigrationInterface {
  name = 'GuardAttachments1770000005255';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION is_delivered_attachment(attachment uuid, submission uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT EXISTS (SELECT FROM submission_versions v WHERE v.submission_id = submission
                          AND v.content @> jsonb_build_object('attachments', jsonb_build_array(jsonb_build_object('id', attachment::text))))
      $$`);
    await runner.query(`
      CREATE FUNCTION guard_attachment() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        written text;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'attachment % stays: its row is its history', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND (NEW.id, NEW.submission_id, NEW.name, NEW.type, NEW.bytes, NEW.checksum, NEW.added_by, NEW.added_at)
             IS DISTINCT FROM (OLD.id, OLD.submission_id, OLD.name, OLD.type, OLD.bytes, OLD.checksum, OLD.added_by, OLD.added_at) THEN
          RAISE EXCEPTION 'attachment % stays what it is', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.state = OLD.state AND NEW.title = OLD.title THEN
          RETURN NEW;
        END IF;
        -- Shared lock: it is not sent for sign-off between this look and the commit.
        SELECT status INTO written FROM submissions WHERE id = NEW.submission_id FOR SHARE;
        -- The virus scanner answers whenever it does.
        IF written NOT IN ('draft', 'changes-requested') AND NOT (TG_OP = 'UPDATE' AND OLD.state = 'checking' AND NEW.state IN ('ready', 'refused')) THEN
          RAISE EXCEPTION 'attachment %: its submission is %', NEW.id, written USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state = 'removed' AND is_delivered_attachment(NEW.id, NEW.submission_id) THEN
          RAISE EXCEPTION 'attachment % was delivered and stays', NEW.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_attachment BEFORE INSERT OR UPDATE OR DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION guard_attachment()');
    await runner.query(`
      CREATE FUNCTION guard_attachment_chunk() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        owner attachments%ROWTYPE;
      BEGIN
        SELECT * INTO owner FROM attachments WHERE id = OLD.attachment_id;
        IF TG_OP = 'UPDATE' OR owner.state NOT IN ('removed', 'refused') OR is_delivered_attachment(owner.id, owner.submission_id) THEN
          RAISE EXCEPTION 'attachment % keeps its bytes', OLD.attachment_id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN OLD;
      END $$`);
    await runner.query('CREATE TRIGGER guard_attachment_chunk BEFORE UPDATE OR DELETE ON attachment_chunks FOR EACH ROW EXECUTE FUNCTION guard_attachment_chunk()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_attachment_chunk ON attachment_chunks');
    await runner.query('DROP FUNCTION guard_attachment_chunk()');
    await runner.query('DROP TRIGGER guard_attachment ON attachments');
    await runner.query('DROP FUNCTION guard_attachment()');
    await runner.query('DROP FUNCTION is_delivered_attachment(uuid, uuid)');
  }
}
