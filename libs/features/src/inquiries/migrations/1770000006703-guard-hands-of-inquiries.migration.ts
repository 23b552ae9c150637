import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Inquiries are opened, asked, written and moved by people of the council who act, each in his or her own name; an organisation's answer
 * by whoever gives it; the clock reminds and marks what is late, and nothing else.
 */
export class GuardHandsOfInquiries1770000006703 implements MigrationInterface {
  name = 'GuardHandsOfInquiries1770000006703';

  async up(runner: QueryRunner): Promise<void> {
    await guardInquiries(runner);
    await guardQuestions(runner);
    await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT ON inquiry_findings FOR EACH ROW EXECUTE FUNCTION guard_own_hand('written_by')`);
    await runner.query(`CREATE TRIGGER guard_named_hand BEFORE INSERT ON inquiry_events FOR EACH ROW EXECUTE FUNCTION guard_named_hand('actor_id')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_named_hand ON inquiry_events');
    await runner.query('DROP TRIGGER guard_own_hand ON inquiry_findings');
    for (const [name, table] of [['guard_inquiry_question_hand', 'inquiry_questions'], ['guard_inquiry_mission_hand', 'inquiry_missions'], ['guard_inquiry_hand', 'inquiries']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
  }
}

async function guardInquiries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_inquiry_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.opened_by IS DISTINCT FROM acting_person() OR NEW.state <> 'open' OR NEW.published_findings IS NOT NULL OR NEW.published_at IS NOT NULL OR NEW.ended_at IS NOT NULL THEN
          RAISE EXCEPTION 'an inquiry is opened in one''s own name, with nothing found yet' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END IF;
      IF NOT acts_in_office(ARRAY['council-member', 'council-chair']) AND (
           (to_jsonb(NEW) - ARRAY['changed_at', 'row_version']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['changed_at', 'row_version'])
           OR NOT EXISTS (SELECT FROM users u JOIN inquiry_questions q ON q.organisation_id = u.organisation_id WHERE u.id = acting_person() AND u.disabled_at IS NULL AND q.inquiry_id = NEW.id)) THEN
        RAISE EXCEPTION 'inquiry % is moved by people of the council; an answer changes nothing of it but when it was changed', OLD.reference USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF NEW.published_findings IS DISTINCT FROM OLD.published_findings AND NEW.published_findings IS DISTINCT FROM (SELECT max(f.number) FROM inquiry_findings f WHERE f.inquiry_id = NEW.id) THEN
        RAISE EXCEPTION 'inquiry % publishes the newest version of its findings', OLD.reference USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_inquiry_hand BEFORE INSERT OR UPDATE ON inquiries FOR EACH ROW EXECUTE FUNCTION guard_inquiry_hand()');
  await runner.query(`
    CREATE FUNCTION guard_inquiry_mission_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP <> 'INSERT' OR acting_person() IS NULL OR NOT EXISTS (
           SELECT FROM inquiries i WHERE i.id = NEW.inquiry_id AND i.opened_by = acting_person() AND NOT EXISTS (SELECT FROM inquiry_events e WHERE e.inquiry_id = i.id)) THEN
        RAISE EXCEPTION 'which missions an inquiry is about is said by whoever opens it, at the opening: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_inquiry_mission_hand BEFORE INSERT OR UPDATE OR DELETE ON inquiry_missions FOR EACH ROW EXECUTE FUNCTION guard_inquiry_mission_hand()');
}

async function guardQuestions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_inquiry_question_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    DECLARE
      clocks text[] := ARRAY['reminded_before', 'overdue_at', 'row_version'];
      answers text[] := ARRAY['state', 'answer', 'confidential', 'confidential_reason', 'answered_by', 'answered_at', 'row_version'];
      councils text[] := ARRAY['state', 'withdrawn_reason', 'quoted', 'row_version'];
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.asked_by IS DISTINCT FROM acting_person() OR NEW.state <> 'asked' OR NEW.answer IS NOT NULL OR NEW.answered_by IS NOT NULL OR NEW.answered_at IS NOT NULL OR NEW.quoted IS NOT NULL OR NEW.overdue_at IS NOT NULL THEN
          RAISE EXCEPTION 'a question of an inquiry is asked in one''s own name, and answered later' USING ERRCODE = 'insufficient_privilege';
        END IF;
      ELSIF acts_as_clock() THEN
        IF (to_jsonb(NEW) - clocks) IS DISTINCT FROM (to_jsonb(OLD) - clocks) THEN
          RAISE EXCEPTION 'the clock reminds of a question and marks it overdue, and does nothing else with it' USING ERRCODE = 'insufficient_privilege';
        END IF;
      ELSIF OLD.state = 'asked' AND NEW.state = 'answered' THEN
        IF NEW.answered_by IS DISTINCT FROM acting_person() OR (to_jsonb(NEW) - answers) IS DISTINCT FROM (to_jsonb(OLD) - answers) THEN
          RAISE EXCEPTION 'a question of an inquiry is answered in one''s own name' USING ERRCODE = 'insufficient_privilege';
        END IF;
      ELSIF NOT acts_in_office(ARRAY['council-member', 'council-chair']) OR (to_jsonb(NEW) - councils) IS DISTINCT FROM (to_jsonb(OLD) - councils) THEN
        RAISE EXCEPTION 'a question of an inquiry is withdrawn, let lapse and quoted by people of the council, as it stands' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_inquiry_question_hand BEFORE INSERT OR UPDATE ON inquiry_questions FOR EACH ROW EXECUTE FUNCTION guard_inquiry_question_hand()');
}
