import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateJudgements1770000002100 implements MigrationInterface {
  name = 'CreateJudgements1770000002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE judgements (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        kind text NOT NULL,
        mission_id uuid NOT NULL,
        target_id uuid,
        verdict text,
        counts_as text,
        rating text,
        sentence text NOT NULL,
        method text,
        method_version text,
        components jsonb NOT NULL,
        inputs text array NOT NULL,
        release_ids integer array NOT NULL,
        cause text NOT NULL,
        submission_version_id uuid,
        given_by uuid,
        given_at timestamptz NOT NULL,
        as_of date NOT NULL,
        CONSTRAINT pk_judgements PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_judgements_kind_mission_id_sequence ON judgements (mission_id, kind, sequence)`);
    await runner.query(`CREATE INDEX ix_judgements_kind_sequence_target_id ON judgements (target_id, kind, sequence)`);
    await runner.query(`COMMENT ON TABLE judgements IS 'append-only: every judgement ever given'`);
    await runner.query(`SELECT make_append_only('judgements')`);
    await runner.query(`ALTER TABLE judgements ADD CONSTRAINT fk_judgements_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE judgements ADD CONSTRAINT fk_judgements_target_id FOREIGN KEY (target_id) REFERENCES targets(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE judgements CASCADE');
  }
}
