import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class KeepTargetVersions1770000005860 implements MigrationInterface {
  name = 'KeepTargetVersions1770000005860';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE target_versions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        target_id uuid NOT NULL,
        number integer NOT NULL,
        definition jsonb NOT NULL,
        from_date date NOT NULL,
        reason text NOT NULL,
        set_by text NOT NULL,
        recorded_by uuid,
        recorder_name text NOT NULL,
        interim_review text,
        while_off_track boolean NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT uq_target_versions_number_target_id UNIQUE (target_id, number),
        CONSTRAINT pk_target_versions PRIMARY KEY (id),
        CONSTRAINT fk_target_versions_target_id FOREIGN KEY (target_id) REFERENCES targets(id)
      )`);
    await runner.query(`COMMENT ON TABLE target_versions IS 'append-only: what each target has asked for, and who changed it'`);
    await runner.query(`SELECT make_append_only('target_versions')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE target_versions CASCADE');
  }
}
