import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The whole transition table of alerts in the database: from which state which move leads where, and whose it is. What the service
 * writes by itself, but for raising and clearing, changes no state. A plan with a line that lacks a part is neither published nor
 * accepted, whoever writes to the table, and what was counted once stays counted.
 */
export class GuardMovesOfAlerts1770000005776 implements MigrationInterface {
  name = 'GuardMovesOfAlerts1770000005776';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION guard_alert_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
        department uuid;
        stands text;
        leads_to text;
      BEGIN
        SELECT organisation_id INTO department FROM alerts WHERE id = NEW.alert_id;
        SELECT * INTO person FROM users WHERE id = NEW.actor_id AND disabled_at IS NULL;
        IF NOT coalesce(CASE
          WHEN NEW.action IN ('acknowledge', 'query', 'ask-time') THEN person.organisation_id = department AND person.roles && ARRAY['official', 'sro']
          WHEN NEW.action = 'answer' THEN person.organisation_id = department AND 'sro' = ANY (person.roles)
          WHEN NEW.action IN ('accept', 'not-accept', 'escalate', 'close', 'reply', 'letter') THEN person.roles && ARRAY['council-member', 'council-chair']
            AND person.organisation_id IS DISTINCT FROM department
            AND (department IS NULL OR person.home_organisation_id IS DISTINCT FROM department)
          ELSE NEW.actor_id IS NULL
        END, false) THEN
          RAISE EXCEPTION 'this move is not theirs to make on an alert: %', NEW.action USING ERRCODE = 'insufficient_privilege';
        END IF;
        SELECT e.to_status INTO stands FROM alert_events e WHERE e.alert_id = NEW.alert_id ORDER BY e.sequence DESC LIMIT 1;
        leads_to := CASE
          WHEN NEW.action = 'raise' THEN CASE WHEN stands IS NULL THEN 'raised' END
          WHEN stands = 'closed' THEN CASE WHEN NEW.action IN ('letter', 'letter-in') THEN 'closed' END
          WHEN NEW.action = 'clear' THEN 'closed'
          WHEN NEW.action = 'acknowledge' THEN CASE WHEN stands = 'raised' THEN 'acknowledged' WHEN stands IN ('acknowledged', 'not-accepted', 'escalated', 'accepted') THEN stands END
          WHEN NEW.action = 'answer' THEN CASE WHEN stands IN ('acknowledged', 'not-accepted', 'escalated') THEN 'answered' END
          WHEN NEW.action = 'accept' THEN CASE WHEN stands = 'answered' THEN 'accepted' END
          WHEN NEW.action = 'not-accept' THEN CASE WHEN stands = 'answered' THEN 'not-accepted' END
          WHEN NEW.action = 'escalate' THEN CASE WHEN stands IN ('raised', 'acknowledged', 'answered', 'not-accepted', 'accepted') THEN 'escalated' END
          WHEN NEW.action = 'close' THEN CASE WHEN stands IN ('escalated', 'accepted') THEN 'closed' END
          ELSE stands
        END;
        IF leads_to IS DISTINCT FROM NEW.to_status OR leads_to IS NULL THEN
          RAISE EXCEPTION 'an alert that is % is not moved to % by %', stands, NEW.to_status, NEW.action USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION guard_alert_life() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.acknowledge_due_on <> OLD.acknowledge_due_on
           OR (OLD.acknowledged_at IS NOT NULL AND NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at)
           OR (OLD.first_answered_at IS NOT NULL AND NEW.first_answered_at IS DISTINCT FROM OLD.first_answered_at)
           OR (OLD.no_response_due_on IS NOT NULL AND (NEW.no_response_due_on IS NULL OR NEW.no_response_due_on < OLD.no_response_due_on))
           OR NEW.plans_published < OLD.plans_published THEN
          RAISE EXCEPTION 'alert % keeps what was counted of it', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.plan_actions IS DISTINCT FROM OLD.plan_actions AND NEW.status <> 'answered' THEN
          RAISE EXCEPTION 'the plan of alert % is changed by an answer only', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.status = 'accepted' AND OLD.status <> 'accepted') OR NEW.plan_actions IS DISTINCT FROM OLD.plan_actions THEN
          IF jsonb_array_length(NEW.plan_actions) = 0 OR EXISTS (
            SELECT FROM jsonb_array_elements(NEW.plan_actions) line, unnest(ARRAY['action', 'owner', 'dueOn', 'expectedEffect', 'metric', 'releaseExpectedOn']) part
             WHERE coalesce(btrim(line ->> part), '') = '') THEN
            RAISE EXCEPTION 'the plan of alert % has a line without owner, date, expected effect or release', OLD.reference USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_alert_life BEFORE UPDATE ON alerts FOR EACH ROW EXECUTE FUNCTION guard_alert_life()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_alert_life ON alerts');
    await runner.query('DROP FUNCTION guard_alert_life()');
    await runner.query(`
      CREATE OR REPLACE FUNCTION guard_alert_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
        department uuid;
      BEGIN
        SELECT organisation_id INTO department FROM alerts WHERE id = NEW.alert_id;
        SELECT * INTO person FROM users WHERE id = NEW.actor_id AND disabled_at IS NULL;
        IF NOT coalesce(CASE
          WHEN NEW.action IN ('raise', 'clear', 'move-lead') THEN NEW.actor_id IS NULL
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
  }
}
