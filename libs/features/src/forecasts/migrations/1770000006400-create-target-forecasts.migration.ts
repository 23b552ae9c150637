import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Forecasts of targets, kept as they were shown. */
export class CreateTargetForecasts1770000006400 implements MigrationInterface {
  name = 'CreateTargetForecasts1770000006400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE target_forecasts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        target_id uuid NOT NULL,
        judgement_id uuid NOT NULL,
        method_version text NOT NULL,
        release_ids integer[] NOT NULL,
        forecast jsonb,
        lack text,
        made_at timestamptz NOT NULL,
        CONSTRAINT uq_target_forecasts_judgement_id UNIQUE (judgement_id),
        CONSTRAINT pk_target_forecasts PRIMARY KEY (id),
        CONSTRAINT fk_target_forecasts_judgement_id FOREIGN KEY (judgement_id) REFERENCES judgements(id)
      )`);
    await runner.query('CREATE INDEX ix_target_forecasts_made_at_target_id ON target_forecasts (target_id, made_at)');
    await runner.query(`COMMENT ON TABLE target_forecasts IS 'append-only: every forecast ever shown'`);
    await runner.query(`SELECT make_append_only('target_forecasts')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE target_forecasts');
  }
}
