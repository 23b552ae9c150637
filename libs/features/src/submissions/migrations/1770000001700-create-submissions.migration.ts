import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateSubmissions1770000001700 implements MigrationInterface {
  name = 'CreateSubmissions1770000001700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE submissions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        reference text NOT NULL,
        framework_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        mission_id uuid,
        covers_label text NOT NULL,
        covers_from date NOT NULL,
        covers_to date NOT NULL,
        due_on date NOT NULL,
        status text NOT NULL,
        delivered_versions integer NOT NULL DEFAULT '0',
        accepted_version integer,
        drafted_by uuid,
        signed_by uuid,
        created_at timestamptz NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT uq_submissions_reference UNIQUE (reference),
        CONSTRAINT pk_submissions PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE submission_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        action text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        version_number integer,
        actor_id uuid,
        actor_name text NOT NULL,
        reasons jsonb NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_submission_events PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE submission_versions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        number integer NOT NULL,
        content jsonb NOT NULL,
        checksum text NOT NULL,
        drafted_by uuid NOT NULL,
        signed_by uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        CONSTRAINT uq_submission_versions_number_submission_id UNIQUE (submission_id, number),
        CONSTRAINT pk_submission_versions PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_submission_events_submission_id ON submission_events (submission_id)`);
    await runner.query(`CREATE INDEX ix_submission_versions_submission_id ON submission_versions (submission_id)`);
    await runner.query(`COMMENT ON TABLE submission_events IS 'append-only: the history of every submission'`);
    await runner.query(`SELECT make_append_only('submission_events')`);
    await runner.query(`COMMENT ON TABLE submission_versions IS 'append-only: every delivery as signed'`);
    await runner.query(`SELECT make_append_only('submission_versions')`);
    await runner.query(`ALTER TABLE submissions ADD CONSTRAINT fk_submissions_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE submissions ADD CONSTRAINT fk_submissions_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE submissions ADD CONSTRAINT fk_submissions_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE submission_events ADD CONSTRAINT fk_submission_events_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE submission_versions ADD CONSTRAINT fk_submission_versions_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE submission_versions CASCADE');
    await runner.query('DROP TABLE submission_events CASCADE');
    await runner.query('DROP TABLE submissions CASCADE');
  }
}
