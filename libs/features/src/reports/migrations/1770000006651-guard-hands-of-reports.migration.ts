import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A report is opened, written and moved by people of the council, its time is set by a chair in his or her own name, and the clock does
 * nothing but close a fact-check, publish at that time and mark what is late.
 */
export class GuardHandsOfReports1770000006651 implements MigrationInterface {
  name = 'GuardHandsOfReports1770000006651';

  async up(runner: QueryRunner): Promise<void> {
    await guardReports(runner);
    await guardSections(runner);
    await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT ON report_texts FOR EACH ROW EXECUTE FUNCTION guard_own_hand('author_id')`);
    await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT ON report_acknowledgements FOR EACH ROW EXECUTE FUNCTION guard_own_hand('actor_id')`);
    await runner.query(`CREATE TRIGGER guard_council_hand BEFORE INSERT ON report_events FOR EACH ROW EXECUTE FUNCTION guard_council_hand('clock')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_council_hand ON report_events');
    await runner.query('DROP TRIGGER guard_own_hand ON report_acknowledgements');
    await runner.query('DROP TRIGGER guard_own_hand ON report_texts');
    for (const [name, table] of [['guard_report_section_hand', 'report_sections'], ['guard_report_hand', 'reports']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
  }
}

async function guardReports(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_report_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    DECLARE
      member boolean := acts_in_office(ARRAY['council-member', 'council-chair']);
      chair boolean := acts_in_office(ARRAY['council-chair']);
    BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NOT member OR NEW.opened_by IS DISTINCT FROM acting_person() OR NEW.state <> 'writing' OR NEW.editions <> 0 OR NEW.publish_at IS NOT NULL OR NEW.scheduled_by IS NOT NULL THEN
          RAISE EXCEPTION 'a report is opened by the council, in writing' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END IF;
      IF (NEW.id, NEW.reference, NEW.framework_id, NEW.kind, NEW.period_from, NEW.period_to, NEW.opened_at, NEW.opened_by)
         IS DISTINCT FROM (OLD.id, OLD.reference, OLD.framework_id, OLD.kind, OLD.period_from, OLD.period_to, OLD.opened_at, OLD.opened_by) THEN
        RAISE EXCEPTION 'a report keeps what it was opened for, and by whom' USING ERRCODE = 'restrict_violation';
      END IF;
      IF acts_as_clock() THEN
        IF (OLD.state, NEW.state) NOT IN (('fact-check', 'checked'), ('scheduled', 'published')) AND (NEW.state, NEW.publish_at, NEW.editions) IS DISTINCT FROM (OLD.state, OLD.publish_at, OLD.editions)
           OR NEW.scheduled_by IS DISTINCT FROM OLD.scheduled_by
           OR NEW.state = 'published' AND OLD.state <> 'published' AND NOT EXISTS (SELECT FROM report_editions e WHERE e.report_id = NEW.id AND e.number = NEW.editions) THEN
          RAISE EXCEPTION 'the clock closes fact-checks and publishes what a chair has set, with its edition' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END IF;
      IF NOT member OR NEW.editions <> OLD.editions OR NEW.state = 'published' AND OLD.state <> 'published' AND NEW.editions = 0 THEN
        RAISE EXCEPTION 'a report is moved by the council, and published by the clock' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF (NEW.state = 'scheduled' OR OLD.state = 'scheduled' OR NEW.publish_at IS NOT NULL) AND (NEW.state, NEW.publish_at) IS DISTINCT FROM (OLD.state, OLD.publish_at)
         AND NOT (chair AND (NEW.state <> 'scheduled' OR NEW.scheduled_by IS NOT DISTINCT FROM acting_person()))
         OR NEW.scheduled_by IS DISTINCT FROM OLD.scheduled_by AND NOT (chair AND NEW.scheduled_by IS NOT DISTINCT FROM acting_person())
         OR OLD.state = 'published' AND NEW.state <> 'published' AND NOT chair THEN
        RAISE EXCEPTION 'the time of publication is set by a chair, in his or her own name' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_report_hand BEFORE INSERT OR UPDATE ON reports FOR EACH ROW EXECUTE FUNCTION guard_report_hand()');
}

/** What a section says is the newest version of its text, which names its author; the clock only marks what was checked. */
async function guardSections(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_report_section_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF NOT acts_in_office(ARRAY['council-member', 'council-chair']) AND NOT (
           TG_OP = 'UPDATE' AND acts_as_clock()
           AND (NEW.text, NEW.rural_note, NEW.devolved_note, NEW.facts, NEW.version, NEW.key, NEW.mission_id, NEW.report_id) IS NOT DISTINCT FROM (OLD.text, OLD.rural_note, OLD.devolved_note, OLD.facts, OLD.version, OLD.key, OLD.mission_id, OLD.report_id)) THEN
        RAISE EXCEPTION 'sections of a report are written by people of the council' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF TG_OP = 'INSERT' AND (NEW.text, NEW.rural_note, NEW.devolved_note, NEW.version) IS DISTINCT FROM ('', '', '', 0)
         OR TG_OP = 'UPDATE' AND (NEW.text, NEW.rural_note, NEW.devolved_note, NEW.version) IS DISTINCT FROM (OLD.text, OLD.rural_note, OLD.devolved_note, OLD.version)
            AND NOT (NEW.version = OLD.version + 1 AND EXISTS (
              SELECT FROM report_texts t WHERE t.section_id = NEW.id AND t.version = NEW.version AND (t.text, t.rural_note, t.devolved_note) IS NOT DISTINCT FROM (NEW.text, NEW.rural_note, NEW.devolved_note))) THEN
        RAISE EXCEPTION 'a section says what the newest version of its text says' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_report_section_hand BEFORE INSERT OR UPDATE ON report_sections FOR EACH ROW EXECUTE FUNCTION guard_report_section_hand()');
}
