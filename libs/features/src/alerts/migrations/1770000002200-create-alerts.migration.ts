import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateAlerts1770000002200 implements MigrationInterface {
  name = 'CreateAlerts1770000002200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alerts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        kind text NOT NULL,
        dedupe_key text NOT NULL,
        mission_id uuid NOT NULL,
        target_id uuid,
        judgement_id uuid,
        organisation_id uuid,
        sentence text NOT NULL,
        status text NOT NULL,
        raised_at timestamptz NOT NULL,
        response_due_on date NOT NULL,
        owner_name text,
        owner_job text,
        plan_summary text,
        plan_actions jsonb NOT NULL DEFAULT '[]',
        answered_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_alerts_reference UNIQUE (reference),
        CONSTRAINT uq_alerts_dedupe_key UNIQUE (dedupe_key),
        CONSTRAINT pk_alerts PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE alert_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        alert_id uuid NOT NULL,
        action text NOT NULL,
        to_status text NOT NULL,
        actor_id uuid,
        actor_office text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_alert_events PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_alert_events_alert_id ON alert_events (alert_id)`);
    await runner.query(`COMMENT ON TABLE alert_events IS 'append-only: the history of every alert'`);
    await runner.query(`SELECT make_append_only('alert_events')`);
    await runner.query(`ALTER TABLE alerts ADD CONSTRAINT fk_alerts_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE alerts ADD CONSTRAINT fk_alerts_target_id FOREIGN KEY (target_id) REFERENCES targets(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE alerts ADD CONSTRAINT fk_alerts_judgement_id FOREIGN KEY (judgement_id) REFERENCES judgements(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE alerts ADD CONSTRAINT fk_alerts_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE alert_events ADD CONSTRAINT fk_alert_events_alert_id FOREIGN KEY (alert_id) REFERENCES alerts(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alert_events CASCADE');
    await runner.query('DROP TABLE alerts CASCADE');
  }
}
