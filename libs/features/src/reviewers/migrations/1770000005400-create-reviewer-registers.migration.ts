import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Interests, leave and templates of reasons: what the council keeps about its own people and words. */
export class CreateReviewerRegisters1770000005400 implements MigrationInterface {
  name = 'CreateReviewerRegisters1770000005400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviewer_interests (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        mission_id uuid,
        organisation_id uuid,
        what text NOT NULL,
        from_date date NOT NULL,
        to_date date,
        declared_at timestamptz NOT NULL,
        ended_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_reviewer_interests PRIMARY KEY (id),
        CONSTRAINT fk_reviewer_interests_person_id FOREIGN KEY (person_id) REFERENCES users(id),
        CONSTRAINT fk_reviewer_interests_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id),
        CONSTRAINT fk_reviewer_interests_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id)
      )`);
    await runner.query('CREATE INDEX ix_reviewer_interests_person_id ON reviewer_interests (person_id)');
    await runner.query(`
      CREATE TABLE reviewer_absences (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reviewer_id uuid NOT NULL,
        from_date date NOT NULL,
        to_date date NOT NULL,
        scope text NOT NULL,
        entered_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        spread_at timestamptz,
        returned_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_reviewer_absences PRIMARY KEY (id),
        CONSTRAINT fk_reviewer_absences_reviewer_id FOREIGN KEY (reviewer_id) REFERENCES users(id)
      )`);
    await runner.query('CREATE INDEX ix_reviewer_absences_reviewer_id ON reviewer_absences (reviewer_id)');
    await runner.query(`
      CREATE TABLE reason_templates (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        title text NOT NULL,
        section text,
        text text NOT NULL,
        version integer NOT NULL,
        retired_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_reason_templates PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE reason_template_versions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        template_id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL,
        section text,
        text text NOT NULL,
        written_by uuid NOT NULL,
        written_by_name text NOT NULL,
        written_at timestamptz NOT NULL,
        CONSTRAINT uq_reason_template_versions_number_template_id UNIQUE (template_id, number),
        CONSTRAINT pk_reason_template_versions PRIMARY KEY (id),
        CONSTRAINT fk_reason_template_versions_template_id FOREIGN KEY (template_id) REFERENCES reason_templates(id)
      )`);
    await runner.query(`COMMENT ON TABLE reason_template_versions IS 'append-only: the words of every template of a reason'`);
    await runner.query(`SELECT make_append_only('reason_template_versions')`);
    await runner.query(`
      CREATE FUNCTION guard_reason_template() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        RAISE EXCEPTION 'templates are retired: DELETE refused' USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query('CREATE TRIGGER guard_reason_template BEFORE DELETE ON reason_templates FOR EACH ROW EXECUTE FUNCTION guard_reason_template()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['reason_template_versions', 'reason_templates', 'reviewer_absences', 'reviewer_interests']) await runner.query(`DROP TABLE ${table} CASCADE`);
    await runner.query('DROP FUNCTION guard_reason_template()');
  }
}
