import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The computed ambition of targets, kept as it was shown. */
export class CreateTargetAmbitions1770000006680 implements MigrationInterface {
  name = 'CreateTargetAmbitions1770000006680';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE target_ambitions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        target_id uuid NOT NULL,
        judgement_id uuid NOT NULL,
        method_version text NOT NULL,
        set_on date NOT NULL,
        basis text NOT NULL,
        as_set jsonb NOT NULL,
        hindsight jsonb NOT NULL,
        alignment jsonb,
        fitness jsonb,
        made_at timestamptz NOT NULL,
        CONSTRAINT uq_target_ambitions_judgement_id UNIQUE (judgement_id),
        CONSTRAINT pk_target_ambitions PRIMARY KEY (id),
        CONSTRAINT fk_target_ambitions_judgement_id FOREIGN KEY (judgement_id) REFERENCES judgements(id)
      )`);
    await runner.query('CREATE INDEX ix_target_ambitions_made_at_target_id ON target_ambitions (target_id, made_at)');
    await runner.query(`COMMENT ON TABLE target_ambitions IS 'append-only: every computed ambition ever shown'`);
    await runner.query(`SELECT make_append_only('target_ambitions')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE target_ambitions');
  }
}
