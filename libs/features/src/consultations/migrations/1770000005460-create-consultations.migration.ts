import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Consultations on missions and targets, the bodies that are asked, and what they reply. */
export class CreateConsultations1770000005460 implements MigrationInterface {
  name = 'CreateConsultations1770000005460';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consultations (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        mission_id uuid NOT NULL,
        target_id uuid,
        organisation_id uuid NOT NULL,
        title text NOT NULL,
        question text NOT NULL,
        documents jsonb NOT NULL,
        every_body boolean NOT NULL,
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        respond_by date NOT NULL,
        state text NOT NULL,
        changes text,
        reason text,
        opened_by uuid NOT NULL,
        announced_at timestamptz NOT NULL,
        ended_at timestamptz,
        overdue_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_consultations_reference UNIQUE (reference),
        CONSTRAINT pk_consultations PRIMARY KEY (id),
        CONSTRAINT fk_consultations_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id),
        CONSTRAINT fk_consultations_target_id FOREIGN KEY (target_id) REFERENCES targets(id) ON DELETE SET NULL,
        CONSTRAINT fk_consultations_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id)
      )`);
    await runner.query(`
      CREATE TABLE consultation_replies (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        state text NOT NULL,
        text text NOT NULL DEFAULT '',
        confidential boolean,
        confidential_reason text NOT NULL DEFAULT '',
        sent_at timestamptz,
        reminded_before integer,
        row_version integer NOT NULL,
        CONSTRAINT uq_consultation_replies_consultation_id_organisation_id UNIQUE (consultation_id, organisation_id),
        CONSTRAINT pk_consultation_replies PRIMARY KEY (id),
        CONSTRAINT fk_consultation_replies_consultation_id FOREIGN KEY (consultation_id) REFERENCES consultations(id),
        CONSTRAINT fk_consultation_replies_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id)
      )`);
    await runner.query(`
      CREATE TABLE consultation_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        consultation_id uuid NOT NULL,
        action text NOT NULL,
        organisation_id uuid,
        actor_id uuid,
        actor_name text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_consultation_events PRIMARY KEY (id),
        CONSTRAINT fk_consultation_events_consultation_id FOREIGN KEY (consultation_id) REFERENCES consultations(id)
      )`);
    await runner.query('CREATE INDEX ix_consultation_events_consultation_id ON consultation_events (consultation_id)');
    await runner.query(`COMMENT ON TABLE consultation_events IS 'append-only: the history of every consultation'`);
    await runner.query(`SELECT make_append_only('consultation_events')`);
    // What was sent stays word for word from the last day on, whoever writes to the table.
    await runner.query(`
      CREATE FUNCTION guard_consultation_reply() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'replies are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.text, NEW.confidential, NEW.confidential_reason) IS DISTINCT FROM (OLD.text, OLD.confidential, OLD.confidential_reason)
           AND NOT EXISTS (SELECT FROM consultations c WHERE c.id = NEW.consultation_id AND c.state = 'open') THEN
          RAISE EXCEPTION 'a reply is written while its consultation is open' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_consultation_reply BEFORE UPDATE OR DELETE ON consultation_replies FOR EACH ROW EXECUTE FUNCTION guard_consultation_reply()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['consultation_events', 'consultation_replies', 'consultations']) await runner.query(`DROP TABLE ${table} CASCADE`);
    await runner.query('DROP FUNCTION guard_consultation_reply()');
  }
}
