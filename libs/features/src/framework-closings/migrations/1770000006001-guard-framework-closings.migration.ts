import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tables whose rows belong to a framework or a mission, and what nobody does to them once it is closed. */
const STILL: Record<string, string> = {
  submissions: 'INSERT OR UPDATE OF status, due_on, closes_on, overdue_at, organisation_id, delivered_versions, standing_version, accepted_version, drafted_by, signed_by OR DELETE',
  alerts: 'INSERT OR UPDATE OR DELETE',
  reporting_cycles: 'INSERT',
  interim_reviews: 'INSERT OR UPDATE OR DELETE',
  judgements: 'INSERT',
  missions: 'INSERT OR UPDATE OR DELETE',
  targets: 'INSERT OR UPDATE OR DELETE',
};

/**
 * A framework is closed by a chair on a decision of the council, at the day that was announced, with its last edition; from then on
 * nothing that belongs to it moves, whatever SQL is sent. Each guard waits for a closing that is under way: what is written is either
 * in the last edition or refused.
 */
export class GuardFrameworkClosings1770000006001 implements MigrationInterface {
  name = 'GuardFrameworkClosings1770000006001';

  async up(runner: QueryRunner): Promise<void> {
    await closedFunctions(runner);
    await guardClosings(runner);
    await guardEditions(runner);
    await runner.query(`
      CREATE FUNCTION guard_closed_framework() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        line jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
        its uuid := coalesce((line ->> 'framework_id')::uuid, (SELECT m.framework_id FROM missions m WHERE m.id = (line ->> 'mission_id')::uuid));
        closed timestamptz;
      BEGIN
        SELECT f.closed_at INTO closed FROM frameworks f WHERE f.id = its FOR SHARE;
        IF closed IS NOT NULL THEN
          RAISE EXCEPTION 'the framework was closed on %: % of % refused', to_char(closed AT TIME ZONE 'Europe/London', 'YYYY-MM-DD'), TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    for (const [table, events] of Object.entries(STILL)) {
      await runner.query(`CREATE TRIGGER guard_closed_framework BEFORE ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION guard_closed_framework()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(STILL)) await runner.query(`DROP TRIGGER guard_closed_framework ON ${table}`);
    await runner.query('DROP FUNCTION guard_closed_framework()');
    for (const [name, table] of [['guard_last_edition', 'last_editions'], ['guard_framework_closing', 'framework_closings'], ['guard_mission_ending', 'mission_endings'], ['guard_framework_closed_at', 'frameworks']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
    await runner.query('DROP FUNCTION mission_is_closed(uuid)');
    await runner.query('DROP FUNCTION framework_is_closed(uuid)');
  }
}

async function closedFunctions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION framework_is_closed(framework uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT FROM waymark.frameworks f WHERE f.id = framework AND f.closed_at IS NOT NULL)
    $$`);
  await runner.query(`
    CREATE FUNCTION mission_is_closed(mission uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT FROM waymark.missions m JOIN waymark.frameworks f ON f.id = m.framework_id WHERE m.id = mission AND f.closed_at IS NOT NULL)
    $$`);
}

async function guardClosings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_framework_closing() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'closings are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'UPDATE' AND (OLD.state = 'closed' OR (NEW.id, NEW.framework_id) IS DISTINCT FROM (OLD.id, OLD.framework_id)) THEN
        RAISE EXCEPTION 'a closing that has taken effect stays as it is' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'UPDATE' AND OLD.state = 'announced' AND (NEW.closes_on, NEW.reason, NEW.decision_id) IS DISTINCT FROM (OLD.closes_on, OLD.reason, OLD.decision_id) THEN
        RAISE EXCEPTION 'what is announced is taken back before it is changed' USING ERRCODE = 'restrict_violation';
      END IF;
      IF NEW.state = 'preparing' AND NOT holds_office(NEW.prepared_by, ARRAY['council-chair']) THEN
        RAISE EXCEPTION 'a closing is prepared by a chair' USING ERRCODE = 'insufficient_privilege';
      END IF;
      IF TG_OP = 'INSERT' AND NEW.state <> 'preparing' OR TG_OP = 'UPDATE' AND OLD.state = 'preparing' AND NEW.state = 'closed' THEN
        RAISE EXCEPTION 'a closing is announced first' USING ERRCODE = 'check_violation';
      END IF;
      IF NOT EXISTS (SELECT FROM council_decisions d JOIN frameworks f ON lower(btrim(d.about)) IN (f.slug, lower(f.title))
                      WHERE d.id = NEW.decision_id AND f.id = NEW.framework_id AND d.subject = 'framework-closing' AND d.state = 'closed' AND d.adopted) THEN
        RAISE EXCEPTION 'a framework is closed on a decision of the council' USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.state = 'announced' AND OLD.state = 'preparing' AND (
           NOT holds_office(NEW.announced_by, ARRAY['council-chair']) OR NEW.announced_at IS NULL OR NEW.closes_on < (NEW.announced_at AT TIME ZONE 'Europe/London')::date
           OR EXISTS (SELECT FROM missions m WHERE m.framework_id = NEW.framework_id AND NOT EXISTS (SELECT FROM mission_endings e WHERE e.closing_id = NEW.id AND e.mission_id = m.id))) THEN
        RAISE EXCEPTION 'a closing is announced by a chair, for a day to come, with what becomes of every mission' USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.state = 'closed' AND (NEW.closed_at IS NULL OR NEW.closes_on > (NEW.closed_at AT TIME ZONE 'Europe/London')::date
           OR NOT EXISTS (SELECT FROM last_editions e WHERE e.framework_id = NEW.framework_id AND e.frozen_at = NEW.closed_at)) THEN
        RAISE EXCEPTION 'a framework is closed at its day, with its last edition' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_framework_closing BEFORE INSERT OR UPDATE OR DELETE ON framework_closings FOR EACH ROW EXECUTE FUNCTION guard_framework_closing()');
  await runner.query(`
    CREATE FUNCTION guard_mission_ending() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'what becomes of a mission is changed, not deleted' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'UPDATE' AND (NEW.closing_id, NEW.mission_id) IS DISTINCT FROM (OLD.closing_id, OLD.mission_id) THEN
        RAISE EXCEPTION 'an ending stays with its mission' USING ERRCODE = 'restrict_violation';
      END IF;
      IF NOT EXISTS (SELECT FROM framework_closings c JOIN missions m ON m.framework_id = c.framework_id WHERE c.id = NEW.closing_id AND m.id = NEW.mission_id AND c.state = 'preparing')
         OR NOT holds_office(NEW.decided_by, ARRAY['council-chair']) THEN
        RAISE EXCEPTION 'what becomes of a mission is written by a chair, while the closing is prepared' USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.outcome NOT IN ('dropped', 'carried-on', 'achieved') OR btrim(NEW.reason) = '' OR (NEW.outcome = 'carried-on') <> (NEW.successor_id IS NOT NULL) OR mission_is_closed(NEW.successor_id)
         OR EXISTS (SELECT FROM missions m JOIN missions s ON s.framework_id = m.framework_id WHERE m.id = NEW.mission_id AND s.id = NEW.successor_id) THEN
        RAISE EXCEPTION 'a mission is dropped, achieved, or carried on by one of another framework, with a reason' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_mission_ending BEFORE INSERT OR UPDATE OR DELETE ON mission_endings FOR EACH ROW EXECUTE FUNCTION guard_mission_ending()');
}

async function guardEditions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_last_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF NEW.checksum IS DISTINCT FROM encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex')
         OR NOT EXISTS (SELECT FROM framework_closings c WHERE c.framework_id = NEW.framework_id AND c.state = 'announced' AND c.closes_on <= (NEW.frozen_at AT TIME ZONE 'Europe/London')::date) THEN
        RAISE EXCEPTION 'a last edition is frozen at the day that was announced, with its checksum' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_last_edition BEFORE INSERT ON last_editions FOR EACH ROW EXECUTE FUNCTION guard_last_edition()');
  await runner.query(`
    CREATE FUNCTION guard_framework_closed_at() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP <> 'INSERT' AND OLD.closed_at IS NOT NULL THEN
        RAISE EXCEPTION 'a framework that is closed stays as it is' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'DELETE' THEN
        RETURN OLD;
      END IF;
      IF NEW.closed_at IS NOT NULL AND NOT EXISTS (SELECT FROM framework_closings c WHERE c.framework_id = NEW.id AND c.state = 'closed' AND c.closed_at = NEW.closed_at) THEN
        RAISE EXCEPTION 'a framework is closed by its closing' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_framework_closed_at BEFORE INSERT OR UPDATE OR DELETE ON frameworks FOR EACH ROW EXECUTE FUNCTION guard_framework_closed_at()');
}
