import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { acknowledgeDueOn } from '#domain/alerts/alert-deadlines.js';
import { londonDate } from '#platform/clock/clock.js';

/** The dates of an alert's life, drafts of recovery plans, and what releases have shown of their effects. */
export class FollowAlerts1770000005775 implements MigrationInterface {
  name = 'FollowAlerts1770000005775';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE alerts
        ADD acknowledge_due_on date,
        ADD acknowledged_at timestamptz,
        ADD first_answered_at timestamptz,
        ADD plans_published integer NOT NULL DEFAULT 0,
        ADD answer_again_due_on date,
        ADD no_response_due_on date`);
    const alerts = (await runner.query('SELECT id, raised_at FROM alerts')) as { id: string; raised_at: Date }[];
    for (const { id, raised_at: raisedAt } of alerts) {
      await runner.query('UPDATE alerts SET acknowledge_due_on = $2 WHERE id = $1', [id, acknowledgeDueOn(londonDate(raisedAt))]);
    }
    await runner.query(`
      UPDATE alerts a
         SET acknowledged_at = (SELECT min(e.at) FROM alert_events e WHERE e.alert_id = a.id AND e.action = 'acknowledge'),
             first_answered_at = (SELECT min(e.at) FROM alert_events e WHERE e.alert_id = a.id AND e.action = 'answer'),
             plans_published = (SELECT count(*) FROM alert_events e WHERE e.alert_id = a.id AND e.action = 'answer')`);
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query('ALTER TABLE alerts ALTER acknowledge_due_on SET NOT NULL');
    await runner.query(`
      CREATE TABLE recovery_plan_drafts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        alert_id uuid NOT NULL,
        summary text NOT NULL DEFAULT '',
        actions jsonb NOT NULL DEFAULT '[]',
        saved_by uuid NOT NULL,
        saved_at timestamptz NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT uq_recovery_plan_drafts_alert_id UNIQUE (alert_id),
        CONSTRAINT pk_recovery_plan_drafts PRIMARY KEY (id),
        CONSTRAINT fk_recovery_plan_drafts_alert_id FOREIGN KEY (alert_id) REFERENCES alerts(id),
        CONSTRAINT fk_recovery_plan_drafts_saved_by FOREIGN KEY (saved_by) REFERENCES users(id)
      )`);
    await runner.query(`
      CREATE TABLE alert_effect_checks (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        alert_id uuid NOT NULL,
        plan_number integer NOT NULL,
        action_index integer NOT NULL,
        metric_id integer NOT NULL,
        release_id integer,
        outcome text NOT NULL,
        figures jsonb NOT NULL,
        sentence text NOT NULL,
        checked_at timestamptz NOT NULL,
        CONSTRAINT pk_alert_effect_checks PRIMARY KEY (id),
        CONSTRAINT fk_alert_effect_checks_alert_id FOREIGN KEY (alert_id) REFERENCES alerts(id),
        CONSTRAINT fk_alert_effect_checks_metric_id FOREIGN KEY (metric_id) REFERENCES metrics(id),
        CONSTRAINT fk_alert_effect_checks_release_id FOREIGN KEY (release_id) REFERENCES releases(id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_alert_effect_checks_release ON alert_effect_checks (alert_id, plan_number, action_index, release_id) WHERE release_id IS NOT NULL');
    await runner.query('CREATE UNIQUE INDEX uq_alert_effect_checks_not_come ON alert_effect_checks (alert_id, plan_number, action_index) WHERE release_id IS NULL');
    await runner.query(`COMMENT ON TABLE alert_effect_checks IS 'append-only: what releases have shown of the effects that plans promised'`);
    await runner.query(`SELECT make_append_only('alert_effect_checks')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE alert_effect_checks CASCADE');
    await runner.query('DROP TABLE recovery_plan_drafts CASCADE');
    await runner.query(`
      ALTER TABLE alerts DROP acknowledge_due_on, DROP acknowledged_at, DROP first_answered_at, DROP plans_published, DROP answer_again_due_on,
        DROP no_response_due_on`);
  }
}
