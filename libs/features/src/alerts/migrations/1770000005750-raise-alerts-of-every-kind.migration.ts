import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Alerts on late returns, unanswered alerts and the framework as a whole; who led when each was raised is kept. */
export class RaiseAlertsOfEveryKind1770000005750 implements MigrationInterface {
  name = 'RaiseAlertsOfEveryKind1770000005750';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE alerts
        ADD framework_id uuid, ADD submission_id uuid, ADD about_alert_id uuid, ADD raised_with_id uuid, ADD facts jsonb NOT NULL DEFAULT '[]',
        ALTER mission_id DROP NOT NULL`);
    await runner.query('UPDATE alerts SET framework_id = m.framework_id, raised_with_id = organisation_id FROM missions m WHERE m.id = mission_id');
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query('ALTER TABLE alerts ALTER framework_id SET NOT NULL');
    await runner.query('ALTER TABLE alerts ADD CONSTRAINT fk_alerts_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id) ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE alerts ADD CONSTRAINT fk_alerts_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE alerts ADD CONSTRAINT fk_alerts_about_alert_id FOREIGN KEY (about_alert_id) REFERENCES alerts(id) ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE alerts ADD CONSTRAINT fk_alerts_raised_with_id FOREIGN KEY (raised_with_id) REFERENCES organisations(id) ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query('ALTER TABLE alerts DROP CONSTRAINT ck_alerts_one_ground');
    await runner.query(`
      ALTER TABLE alerts ADD CONSTRAINT ck_alerts_one_ground
        CHECK (num_nonnulls(judgement_id, data_gap_id, submission_id, about_alert_id) = CASE WHEN kind IN ('no-lead', 'interim-target-missed', 'report-late') THEN 0 ELSE 1 END)`);
    await runner.query(guardAlert(['framework_id', 'judgement_id', 'data_gap_id', 'submission_id', 'about_alert_id', 'raised_with_id', 'facts']));
    await runner.query(guardAlertEvent(`'raise', 'clear', 'move-lead'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guardAlertEvent(`'raise', 'clear'`));
    await runner.query(guardAlert(['judgement_id', 'data_gap_id']));
    await runner.query('ALTER TABLE alerts DROP CONSTRAINT ck_alerts_one_ground');
    await forgetOthers(runner);
    await runner.query('ALTER TABLE alerts ADD CONSTRAINT ck_alerts_one_ground CHECK (num_nonnulls(judgement_id, data_gap_id) = 1)');
    await runner.query('ALTER TABLE alerts ALTER mission_id SET NOT NULL, DROP framework_id, DROP submission_id, DROP about_alert_id, DROP raised_with_id, DROP facts');
  }
}

/** Alerts of kinds that the tables before had no room for go with their history: without a mission, on a late return, on another alert. */
async function forgetOthers(runner: QueryRunner): Promise<void> {
  const others = 'SELECT id FROM alerts WHERE mission_id IS NULL OR num_nonnulls(judgement_id, data_gap_id) <> 1';
  await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const table of ['alert_events', 'alerts']) await runner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await runner.query(`DELETE FROM alert_events WHERE alert_id IN (${others})`);
  await runner.query(`DELETE FROM alerts WHERE id IN (${others})`);
  for (const table of ['alert_events', 'alerts']) await runner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

/** What an alert stands on never changes. */
function guardAlert(grounds: string[]): string {
  const kept = ['id', 'reference', 'kind', 'dedupe_key', 'mission_id', 'target_id', ...grounds, 'sentence', 'raised_at', 'response_due_on'];
  const of = (row: 'NEW' | 'OLD'): string => kept.map((column) => `${row}.${column}`).join(', ');
  return `
    CREATE OR REPLACE FUNCTION guard_alert() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'alerts are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'UPDATE' AND (${of('NEW')}) IS DISTINCT FROM (${of('OLD')}) THEN
        RAISE EXCEPTION 'alert % keeps what it was raised on and the day its answer is due', OLD.reference USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`;
}

/** @param bySystem the moves that nobody makes */
function guardAlertEvent(bySystem: string): string {
  return `
    CREATE OR REPLACE FUNCTION guard_alert_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    DECLARE
      person users%ROWTYPE;
      department uuid;
    BEGIN
      SELECT organisation_id INTO department FROM alerts WHERE id = NEW.alert_id;
      SELECT * INTO person FROM users WHERE id = NEW.actor_id AND disabled_at IS NULL;
      IF NOT coalesce(CASE
        WHEN NEW.action IN (${bySystem}) THEN NEW.actor_id IS NULL
        WHEN NEW.action = 'acknowledge' THEN person.organisation_id = department AND person.roles && ARRAY['official', 'sro']
        WHEN NEW.action = 'answer' THEN person.organisation_id = department AND 'sro' = ANY (person.roles)
        WHEN NEW.action IN ('accept', 'not-accept', 'escalate', 'close') THEN person.roles && ARRAY['council-member', 'council-chair']
          AND person.organisation_id IS DISTINCT FROM department
          AND (department IS NULL OR person.home_organisation_id IS DISTINCT FROM department)
      END, false) THEN
        RAISE EXCEPTION 'this move is not theirs to make on an alert: %', NEW.action USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`;
}
