import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Letters of the council and letters that it was sent. In the database too: only a member of the council or its chair signs, nobody
 * on loan from the department that a letter is about; only the council's roles write; and what is published stays word for word.
 */
export class CreateLetters1770000005780 implements MigrationInterface {
  name = 'CreateLetters1770000005780';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letters (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        direction text NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        alert_id uuid,
        mission_id uuid,
        organisation_id uuid,
        answers_id uuid,
        subject text NOT NULL,
        addressees jsonb NOT NULL DEFAULT '[]',
        sender text,
        body text NOT NULL,
        answer_working_days integer,
        answer_due_on date,
        received_on date,
        signed_by uuid,
        signed_as text,
        created_at timestamptz NOT NULL,
        published_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_letters_reference UNIQUE (reference),
        CONSTRAINT pk_letters PRIMARY KEY (id),
        CONSTRAINT fk_letters_alert_id FOREIGN KEY (alert_id) REFERENCES alerts(id),
        CONSTRAINT fk_letters_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id),
        CONSTRAINT fk_letters_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id),
        CONSTRAINT fk_letters_answers_id FOREIGN KEY (answers_id) REFERENCES letters(id),
        CONSTRAINT fk_letters_signed_by FOREIGN KEY (signed_by) REFERENCES users(id)
      )`);
    await runner.query(`CREATE UNIQUE INDEX uq_letters_draft_of_alert ON letters (alert_id) WHERE status = 'draft' AND kind = 'escalation'`);
    await runner.query(`
      CREATE TABLE letter_versions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        letter_id uuid NOT NULL,
        number integer NOT NULL,
        subject text NOT NULL,
        addressees jsonb NOT NULL,
        body text NOT NULL,
        answer_working_days integer,
        saved_by uuid,
        saved_at timestamptz NOT NULL,
        CONSTRAINT uq_letter_versions_letter_id_number UNIQUE (letter_id, number),
        CONSTRAINT pk_letter_versions PRIMARY KEY (id),
        CONSTRAINT fk_letter_versions_letter_id FOREIGN KEY (letter_id) REFERENCES letters(id),
        CONSTRAINT fk_letter_versions_saved_by FOREIGN KEY (saved_by) REFERENCES users(id)
      )`);
    await runner.query(`
      CREATE TABLE letter_reminders (
        letter_id uuid NOT NULL,
        told_at timestamptz NOT NULL,
        CONSTRAINT pk_letter_reminders PRIMARY KEY (letter_id),
        CONSTRAINT fk_letter_reminders_letter_id FOREIGN KEY (letter_id) REFERENCES letters(id)
      )`);
    await runner.query(`
      CREATE TABLE letter_files (
        letter_id uuid NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        checksum text NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_letter_files PRIMARY KEY (letter_id),
        CONSTRAINT fk_letter_files_letter_id FOREIGN KEY (letter_id) REFERENCES letters(id)
      )`);
    for (const [table, what] of [['letter_versions', 'every saving of a letter'], ['letter_reminders', 'letters whose answer is overdue, as told'], ['letter_files', 'files that came with letters']]) {
      await runner.query(`COMMENT ON TABLE ${table} IS 'append-only: ${what}'`);
      await runner.query(`SELECT make_append_only('${table}')`);
    }
    await runner.query(`
      CREATE FUNCTION guard_letter() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'letters are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.status = 'published' THEN
          RAISE EXCEPTION 'letter % is published and stays as it is', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.status = 'published' THEN
          SELECT * INTO person FROM users WHERE id = NEW.signed_by AND disabled_at IS NULL;
          IF NOT coalesce(CASE NEW.direction
            WHEN 'out' THEN person.roles && ARRAY['council-member', 'council-chair']
              AND (NEW.organisation_id IS NULL OR (person.organisation_id IS DISTINCT FROM NEW.organisation_id AND person.home_organisation_id IS DISTINCT FROM NEW.organisation_id))
            WHEN 'in' THEN person.roles && ARRAY['reviewer', 'council-member', 'council-chair']
          END, false) THEN
            RAISE EXCEPTION 'letter % is not theirs to sign', NEW.reference USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF NEW.kind = 'escalation' AND NOT (NEW.addressees @> '[{"kind": "secretary-of-state"}]' AND NEW.addressees @> '[{"kind": "select-committee"}]') THEN
            RAISE EXCEPTION 'letter % goes to the Secretary of State and to the select committee', NEW.reference USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_letter BEFORE INSERT OR UPDATE OR DELETE ON letters FOR EACH ROW EXECUTE FUNCTION guard_letter()');
    await runner.query(`
      CREATE FUNCTION guard_letter_version() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.saved_by IS NOT NULL AND NOT EXISTS (
          SELECT FROM users u, letters l WHERE u.id = NEW.saved_by AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair'] AND l.id = NEW.letter_id
            AND (l.organisation_id IS NULL OR (u.organisation_id IS DISTINCT FROM l.organisation_id AND u.home_organisation_id IS DISTINCT FROM l.organisation_id))) THEN
          RAISE EXCEPTION 'a letter of the council is not theirs to write' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_letter_version BEFORE INSERT ON letter_versions FOR EACH ROW EXECUTE FUNCTION guard_letter_version()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['letter_files', 'letter_reminders', 'letter_versions', 'letters']) await runner.query(`DROP TABLE ${table} CASCADE`);
    await runner.query('DROP FUNCTION guard_letter_version()');
    await runner.query('DROP FUNCTION guard_letter()');
  }
}
