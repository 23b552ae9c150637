import { type MigrationInterface, type QueryRunner } from 'typeorm';

const COUNCIL = `ARRAY['council-member', 'council-chair']`;
const TABLES = { inquiries: 'guard_inquiry', inquiry_questions: 'guard_inquiry_question', inquiry_recommendation_drafts: 'guard_inquiry_draft' };

/**
 * The council's inquiries are the council's in the database too: its members alone open them, ask, write and publish; an
 * organisation's own people alone answer for it; what is answered or published stays.
 */
export class GuardInquiries1770000005911 implements MigrationInterface {
  name = 'GuardInquiries1770000005911';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION is_council_member(person uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT EXISTS (SELECT FROM users u WHERE u.id = person AND u.disabled_at IS NULL AND u.roles && ${COUNCIL})
      $$`);
    await runner.query(`
      CREATE FUNCTION guard_inquiry_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT coalesce(CASE
          WHEN NEW.action IN ('remind', 'mark-overdue') THEN NEW.actor_id IS NULL
          WHEN NEW.action = 'answer' THEN EXISTS (
            SELECT FROM users u JOIN inquiry_questions q ON q.id = NEW.question_id AND q.organisation_id = u.organisation_id
             WHERE u.id = NEW.actor_id AND u.disabled_at IS NULL AND u.roles && ARRAY['official', 'sro', 'place-official', 'director'])
          ELSE is_council_member(NEW.actor_id)
        END, false) THEN
          RAISE EXCEPTION 'this move is not theirs to make in an inquiry: %', NEW.action USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_inquiry_event BEFORE INSERT ON inquiry_events FOR EACH ROW EXECUTE FUNCTION guard_inquiry_event()');
    await runner.query(`
      CREATE FUNCTION guard_inquiry() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'inquiries are kept: DELETE refused' USING ERRCODE = 'restrict_violation'; END IF;
        IF TG_OP = 'INSERT' THEN
          IF NOT is_council_member(NEW.opened_by) THEN RAISE EXCEPTION 'the council’s members alone open inquiries' USING ERRCODE = 'insufficient_privilege'; END IF;
          IF (NEW.origin = 'commissioned') IS DISTINCT FROM (NEW.commissioned_by IS NOT NULL AND NEW.commissioned_on IS NOT NULL) THEN
            RAISE EXCEPTION 'a commissioned inquiry says by whom and when, and no other does' USING ERRCODE = 'check_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF (NEW.id, NEW.reference, NEW.title, NEW.scope, NEW.origin, NEW.commissioned_by, NEW.commissioned_on, NEW.opened_by, NEW.opened_at)
           IS DISTINCT FROM (OLD.id, OLD.reference, OLD.title, OLD.scope, OLD.origin, OLD.commissioned_by, OLD.commissioned_on, OLD.opened_by, OLD.opened_at) THEN
          RAISE EXCEPTION 'inquiry % keeps what it was opened for', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.published_at IS NOT NULL AND (NEW.published_at, NEW.published_findings) IS DISTINCT FROM (OLD.published_at, OLD.published_findings) THEN
          RAISE EXCEPTION 'the findings of inquiry % are published', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state IN ('closed', 'abandoned') AND (NEW.state, NEW.ended_at, NEW.end_reason) IS DISTINCT FROM (OLD.state, OLD.ended_at, OLD.end_reason) THEN
          RAISE EXCEPTION 'inquiry % has ended', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION guard_inquiry_question() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'questions of inquiries are kept: DELETE refused' USING ERRCODE = 'restrict_violation'; END IF;
        IF TG_OP = 'INSERT' THEN
          IF NOT is_council_member(NEW.asked_by) THEN RAISE EXCEPTION 'the council’s members alone ask in an inquiry' USING ERRCODE = 'insufficient_privilege'; END IF;
          RETURN NEW;
        END IF;
        IF (NEW.inquiry_id, NEW.organisation_id, NEW.question, NEW.due_on, NEW.asked_by, NEW.asked_at)
           IS DISTINCT FROM (OLD.inquiry_id, OLD.organisation_id, OLD.question, OLD.due_on, OLD.asked_by, OLD.asked_at) THEN
          RAISE EXCEPTION 'a question of an inquiry stays as it was asked' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state <> 'asked' AND (NEW.state, NEW.answer, NEW.confidential, NEW.confidential_reason, NEW.answered_by, NEW.answered_at, NEW.withdrawn_reason)
           IS DISTINCT FROM (OLD.state, OLD.answer, OLD.confidential, OLD.confidential_reason, OLD.answered_by, OLD.answered_at, OLD.withdrawn_reason) THEN
          RAISE EXCEPTION 'a question of an inquiry that has ended stays as it is' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.state = 'answered' AND OLD.state = 'asked' AND NOT EXISTS (
          SELECT FROM users u WHERE u.id = NEW.answered_by AND u.disabled_at IS NULL AND u.organisation_id = NEW.organisation_id
             AND u.roles && ARRAY['official', 'sro', 'place-official', 'director']
        ) THEN
          RAISE EXCEPTION 'the people of the organisation that is asked alone answer for it' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.quoted IS NOT NULL AND NEW.quoted IS DISTINCT FROM OLD.quoted OR NEW.quoted AND NEW.confidential IS DISTINCT FROM false THEN
          RAISE EXCEPTION 'an answer is quoted or not when the findings are published, and a confidential one never' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION guard_inquiry_findings() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT is_council_member(NEW.written_by) OR NOT EXISTS (SELECT FROM inquiries i WHERE i.id = NEW.inquiry_id AND i.state IN ('open', 'gathering-evidence')) THEN
          RAISE EXCEPTION 'the council’s members alone write findings, and only until they are published' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_inquiry_findings BEFORE INSERT ON inquiry_findings FOR EACH ROW EXECUTE FUNCTION guard_inquiry_findings()');
    await runner.query(`
      CREATE FUNCTION guard_inquiry_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM inquiries i WHERE i.id = coalesce(NEW.inquiry_id, OLD.inquiry_id) AND i.state IN ('open', 'gathering-evidence'))
           OR (TG_OP <> 'DELETE' AND NOT is_council_member(NEW.written_by)) THEN
          RAISE EXCEPTION 'the council’s members alone draft recommendations, and only until the findings are published' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$`);
    for (const [table, guard] of Object.entries(TABLES)) {
      await runner.query(`CREATE TRIGGER ${guard} BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${guard}()`);
    }
    await runner.query(`
      CREATE FUNCTION guard_inquiry_timeline() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        stands text;
        told text;
      BEGIN
        SELECT state INTO stands FROM inquiries WHERE id = NEW.id;
        SELECT e.to_state INTO told FROM inquiry_events e WHERE e.inquiry_id = NEW.id ORDER BY e.sequence DESC LIMIT 1;
        IF told IS DISTINCT FROM stands THEN
          RAISE EXCEPTION 'inquiry % cannot be %: its timeline does not say so', NEW.reference, stands USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    // At commit, so that the order of writing is free.
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_inquiry_timeline AFTER INSERT OR UPDATE ON inquiries
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_inquiry_timeline()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const triggers = { ...TABLES, inquiry_findings: 'guard_inquiry_findings', inquiry_events: 'guard_inquiry_event' };
    await runner.query('DROP TRIGGER guard_inquiry_timeline ON inquiries');
    await runner.query('DROP FUNCTION guard_inquiry_timeline()');
    for (const [table, guard] of Object.entries(triggers)) {
      await runner.query(`DROP TRIGGER ${guard} ON ${table}`);
      await runner.query(`DROP FUNCTION ${guard}()`);
    }
    await runner.query('DROP FUNCTION is_council_member(uuid)');
  }
}
