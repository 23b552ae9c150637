import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Whose move is whose holds in the database too: the department's moves are made by its own people, the council's by its
 * members, and no alert stands where its public timeline does not say that it stands. The functions put the temporary schema
 * last, so that no table made in a session can stand in for ours.
 */
export class GuardAlerts1770000003420 implements MigrationInterface {
  name = 'GuardAlerts1770000003420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_alert_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
        department uuid;
      BEGIN
        SELECT organisation_id INTO department FROM alerts WHERE id = NEW.alert_id;
        SELECT * INTO person FROM users WHERE id = NEW.actor_id AND disabled_at IS NULL;
        IF NOT coalesce(CASE
          WHEN NEW.action IN ('raise', 'clear') THEN NEW.actor_id IS NULL
          WHEN NEW.action = 'acknowledge' THEN person.organisation_id = department AND person.roles && ARRAY['official', 'sro']
          WHEN NEW.action = 'answer' THEN person.organisation_id = department AND 'sro' = ANY (person.roles)
          WHEN NEW.action IN ('accept', 'not-accept', 'escalate', 'close') THEN person.roles && ARRAY['council-member', 'council-chair']
            AND person.organisation_id IS DISTINCT FROM department
            AND (department IS NULL OR person.home_organisation_id IS DISTINCT FROM department)
        END, false) THEN
          RAISE EXCEPTION 'this move is not theirs to make on an alert: %', NEW.action USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_alert_event BEFORE INSERT ON alert_events FOR EACH ROW EXECUTE FUNCTION guard_alert_event()');
    await runner.query(`
      CREATE FUNCTION guard_alert() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'alerts are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND (NEW.id, NEW.reference, NEW.kind, NEW.dedupe_key, NEW.mission_id, NEW.target_id, NEW.judgement_id, NEW.sentence, NEW.raised_at, NEW.response_due_on)
           IS DISTINCT FROM (OLD.id, OLD.reference, OLD.kind, OLD.dedupe_key, OLD.mission_id, OLD.target_id, OLD.judgement_id, OLD.sentence, OLD.raised_at, OLD.response_due_on) THEN
          RAISE EXCEPTION 'alert % keeps what it was raised on and the day its answer is due', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_alert BEFORE UPDATE OR DELETE ON alerts FOR EACH ROW EXECUTE FUNCTION guard_alert()');
    await runner.query(`
      CREATE FUNCTION guard_alert_status() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        stands text;
        told text;
      BEGIN
        SELECT status INTO stands FROM alerts WHERE id = NEW.id;
        SELECT e.to_status INTO told FROM alert_events e WHERE e.alert_id = NEW.id ORDER BY e.sequence DESC LIMIT 1;
        IF told IS DISTINCT FROM stands THEN
          RAISE EXCEPTION 'alert % cannot be %: its timeline does not say so', NEW.reference, stands USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    // At commit, so that the order of writing is free.
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_alert_status AFTER INSERT OR UPDATE ON alerts
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_alert_status()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_alert_status ON alerts');
    await runner.query('DROP FUNCTION guard_alert_status()');
    await runner.query('DROP TRIGGER guard_alert ON alerts');
    await runner.query('DROP FUNCTION guard_alert()');
    await runner.query('DROP TRIGGER guard_alert_event ON alert_events');
    await runner.query('DROP FUNCTION guard_alert_event()');
  }
}
