import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Letters are written, signed, dropped and recorded by whoever acts, in that person's own name. What is signed is the version that
 * somebody saved last, about what the letter was begun for.
 */
export class GuardHandsOfLetters1770000006702 implements MigrationInterface {
  name = 'GuardHandsOfLetters1770000006702';

  async up(runner: QueryRunner): Promise<void> {
    await guardLetters(runner);
    await guardWhatBelongs(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, table] of [['guard_letter_file_hand', 'letter_files'], ['guard_letter_reminder_hand', 'letter_reminders'], ['guard_letter_version_hand', 'letter_versions'], ['guard_letter_hand', 'letters']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
  }
}

async function guardLetters(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_letter_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    DECLARE
      offices text[] := CASE NEW.direction WHEN 'in' THEN ARRAY['reviewer', 'council-member', 'council-chair'] ELSE ARRAY['council-member', 'council-chair'] END;
    BEGIN
      IF NOT acts_in_office(offices) THEN
        RAISE EXCEPTION 'letters of the council are written by people of the council: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF NEW.status = 'published' AND NEW.signed_by IS DISTINCT FROM acting_person() OR NEW.status = 'dropped' AND NEW.dropped_by IS DISTINCT FROM acting_person() THEN
        RAISE EXCEPTION 'a letter is signed, recorded and dropped in one''s own name' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF TG_OP = 'INSERT' THEN
        IF NEW.direction <> 'in' AND (NEW.status <> 'draft' OR NEW.signed_by IS NOT NULL OR NEW.published_at IS NOT NULL) THEN
          RAISE EXCEPTION 'a letter of the council begins as a draft, unsigned' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END IF;
      IF (NEW.id, NEW.reference, NEW.direction, NEW.kind, NEW.alert_id, NEW.mission_id, NEW.organisation_id, NEW.answers_id, NEW.created_at)
         IS DISTINCT FROM (OLD.id, OLD.reference, OLD.direction, OLD.kind, OLD.alert_id, OLD.mission_id, OLD.organisation_id, OLD.answers_id, OLD.created_at) THEN
        RAISE EXCEPTION 'letter % stays about what it was begun for', OLD.reference USING ERRCODE = 'restrict_violation';
      END IF;
      IF NEW.status = 'published' AND NEW.direction = 'out' AND NOT EXISTS (
           SELECT FROM letter_versions v WHERE v.letter_id = NEW.id AND v.number = (SELECT max(number) FROM letter_versions w WHERE w.letter_id = NEW.id)
              AND (v.subject, v.addressees, v.body, v.answer_working_days) IS NOT DISTINCT FROM (NEW.subject, NEW.addressees, NEW.body, NEW.answer_working_days)) THEN
        RAISE EXCEPTION 'letter % says what the newest version of it says', OLD.reference USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_letter_hand BEFORE INSERT OR UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION guard_letter_hand()');
}

/** The first version of an escalation letter is drafted from the facts, at the word of whoever escalates. */
async function guardWhatBelongs(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_letter_version_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF NOT acts_in_office(ARRAY['council-member', 'council-chair']) OR NEW.saved_by IS DISTINCT FROM acting_person() AND NOT (
           NEW.saved_by IS NULL AND NEW.number = 1 AND EXISTS (SELECT FROM letters l WHERE l.id = NEW.letter_id AND l.kind = 'escalation')) THEN
        RAISE EXCEPTION 'a version of a letter is saved by people of the council, each in his or her own name' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_letter_version_hand BEFORE INSERT ON letter_versions FOR EACH ROW EXECUTE FUNCTION guard_letter_version_hand()');
  await runner.query(`
    CREATE FUNCTION guard_letter_reminder_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF NOT acts_as_clock() THEN
        RAISE EXCEPTION 'that the answer to a letter is overdue is told by the clock' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_letter_reminder_hand BEFORE INSERT ON letter_reminders FOR EACH ROW EXECUTE FUNCTION guard_letter_reminder_hand()');
  await runner.query(`
    CREATE FUNCTION guard_letter_file_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF acting_person() IS NULL OR NOT EXISTS (SELECT FROM letters l WHERE l.id = NEW.letter_id AND l.direction = 'in' AND l.signed_by = acting_person()) THEN
        RAISE EXCEPTION 'the file of a letter is kept by whoever records the letter' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_letter_file_hand BEFORE INSERT ON letter_files FOR EACH ROW EXECUTE FUNCTION guard_letter_file_hand()');
}
