import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Annual reports: the council's workspace, the fact-check, and the editions that are out. */
export class CreateReports1770000005950 implements MigrationInterface {
  name = 'CreateReports1770000005950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        framework_id uuid NOT NULL,
        kind text NOT NULL,
        period_from date NOT NULL,
        period_to date NOT NULL,
        state text NOT NULL,
        as_of date,
        publish_at timestamptz,
        editions integer NOT NULL DEFAULT 0,
        correction_note text,
        due_on date,
        overdue_at timestamptz,
        delivered_on date,
        laid_on date,
        paper_number text,
        opened_at timestamptz NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT uq_reports_reference UNIQUE (reference),
        CONSTRAINT uq_reports_framework_id_kind_period_to UNIQUE (framework_id, kind, period_to),
        CONSTRAINT pk_reports PRIMARY KEY (id),
        CONSTRAINT fk_reports_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id)
      )`);
    await runner.query(`
      CREATE TABLE report_sections (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL,
        key text NOT NULL,
        mission_id uuid,
        facts jsonb,
        text text NOT NULL DEFAULT '',
        rural_note text NOT NULL DEFAULT '',
        devolved_note text NOT NULL DEFAULT '',
        version integer NOT NULL DEFAULT 0,
        checked_version integer,
        row_version integer NOT NULL,
        CONSTRAINT uq_report_sections_key_report_id UNIQUE (report_id, key),
        CONSTRAINT pk_report_sections PRIMARY KEY (id),
        CONSTRAINT fk_report_sections_report_id FOREIGN KEY (report_id) REFERENCES reports(id),
        CONSTRAINT fk_report_sections_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id)
      )`);
    await runner.query(`
      CREATE TABLE report_texts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        section_id uuid NOT NULL,
        version integer NOT NULL,
        text text NOT NULL,
        rural_note text NOT NULL,
        devolved_note text NOT NULL,
        author_id uuid NOT NULL,
        author_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT uq_report_texts_section_id_version UNIQUE (section_id, version),
        CONSTRAINT pk_report_texts PRIMARY KEY (id),
        CONSTRAINT fk_report_texts_section_id FOREIGN KEY (section_id) REFERENCES report_sections(id)
      )`);
    await runner.query(`
      CREATE TABLE report_acknowledgements (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL,
        edition integer NOT NULL,
        key text NOT NULL,
        message text NOT NULL,
        reason text NOT NULL,
        actor_id uuid NOT NULL,
        actor_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_report_acknowledgements PRIMARY KEY (id),
        CONSTRAINT fk_report_acknowledgements_report_id FOREIGN KEY (report_id) REFERENCES reports(id)
      )`);
    await runner.query('CREATE INDEX ix_report_acknowledgements_report_id ON report_acknowledgements (report_id)');
    await runner.query(`
      CREATE TABLE fact_check_windows (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL,
        number integer NOT NULL,
        opens_on date NOT NULL,
        closes_on date NOT NULL,
        state text NOT NULL,
        CONSTRAINT uq_fact_check_windows_number_report_id UNIQUE (report_id, number),
        CONSTRAINT pk_fact_check_windows PRIMARY KEY (id),
        CONSTRAINT fk_fact_check_windows_report_id FOREIGN KEY (report_id) REFERENCES reports(id)
      )`);
    await runner.query(`
      CREATE TABLE fact_check_replies (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        window_id uuid NOT NULL,
        section_id uuid NOT NULL,
        text_version integer NOT NULL,
        organisation_id uuid,
        state text NOT NULL,
        text text NOT NULL DEFAULT '',
        drafted_by uuid,
        sent_by uuid,
        sent_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_fact_check_replies_section_id_window_id UNIQUE (window_id, section_id),
        CONSTRAINT pk_fact_check_replies PRIMARY KEY (id),
        CONSTRAINT fk_fact_check_replies_window_id FOREIGN KEY (window_id) REFERENCES fact_check_windows(id),
        CONSTRAINT fk_fact_check_replies_section_id FOREIGN KEY (section_id) REFERENCES report_sections(id),
        CONSTRAINT fk_fact_check_replies_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id)
      )`);
    await runner.query('CREATE INDEX ix_fact_check_replies_section_id ON fact_check_replies (section_id)');
    await runner.query(`
      CREATE TABLE report_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        report_id uuid NOT NULL,
        action text NOT NULL,
        actor_name text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_report_events PRIMARY KEY (id),
        CONSTRAINT fk_report_events_report_id FOREIGN KEY (report_id) REFERENCES reports(id)
      )`);
    await runner.query('CREATE INDEX ix_report_events_report_id ON report_events (report_id)');
    await runner.query(`
      CREATE TABLE report_editions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        report_id uuid NOT NULL,
        number integer NOT NULL,
        body text NOT NULL,
        checksum text NOT NULL,
        published_at timestamptz NOT NULL,
        CONSTRAINT uq_report_editions_number_report_id UNIQUE (report_id, number),
        CONSTRAINT pk_report_editions PRIMARY KEY (id),
        CONSTRAINT fk_report_editions_report_id FOREIGN KEY (report_id) REFERENCES reports(id)
      )`);
    await runner.query(`
      CREATE TABLE report_pdfs (
        edition_id uuid NOT NULL,
        outcome text NOT NULL,
        bytes bytea,
        checksum text,
        made_at timestamptz NOT NULL,
        CONSTRAINT pk_report_pdfs PRIMARY KEY (edition_id),
        CONSTRAINT uq_report_pdfs_edition_id UNIQUE (edition_id),
        CONSTRAINT fk_report_pdfs_edition_id FOREIGN KEY (edition_id) REFERENCES report_editions(id)
      )`);
    const kept = {
      report_texts: 'every version of the council’s text',
      report_acknowledgements: 'warnings that were acknowledged by name',
      report_events: 'the history of every report',
      report_editions: 'every published edition',
      report_pdfs: 'the PDF of each edition, or why there is none',
    };
    for (const [table, what] of Object.entries(kept)) {
      await runner.query(`COMMENT ON TABLE ${table} IS 'append-only: ${what}'`);
      await runner.query(`SELECT make_append_only('${table}')`);
    }
    await guards(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['report_pdfs', 'report_editions', 'report_events', 'fact_check_replies', 'fact_check_windows', 'report_acknowledgements', 'report_texts', 'report_sections', 'reports'];
    for (const table of tables) await runner.query(`DROP TABLE ${table} CASCADE`);
    for (const name of ['guard_report_text', 'guard_report_section', 'guard_report_edition', 'guard_fact_check_reply']) await runner.query(`DROP FUNCTION ${name}()`);
  }
}

/** Whose word is whose, and what stays as it is when, whoever writes to the tables. */
async function guards(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_report_text() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    DECLARE writer uuid := CASE TG_TABLE_NAME WHEN 'report_texts' THEN (to_jsonb(NEW) ->> 'author_id')::uuid ELSE (to_jsonb(NEW) ->> 'actor_id')::uuid END;
    BEGIN
      IF NOT EXISTS (SELECT FROM users u WHERE u.id = writer AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair']) THEN
        RAISE EXCEPTION 'a report is written by the council alone' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_report_text BEFORE INSERT ON report_texts FOR EACH ROW EXECUTE FUNCTION guard_report_text()');
  await runner.query('CREATE TRIGGER guard_report_text BEFORE INSERT ON report_acknowledgements FOR EACH ROW EXECUTE FUNCTION guard_report_text()');
  await runner.query(`
    CREATE FUNCTION guard_report_section() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'sections of a report are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
      END IF;
      IF (NEW.text, NEW.rural_note, NEW.devolved_note, NEW.facts, NEW.version) IS DISTINCT FROM (OLD.text, OLD.rural_note, OLD.devolved_note, OLD.facts, OLD.version)
         AND NOT EXISTS (SELECT FROM reports r WHERE r.id = NEW.report_id AND r.state = 'writing') THEN
        RAISE EXCEPTION 'a report is changed while it is in writing' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_report_section BEFORE UPDATE OR DELETE ON report_sections FOR EACH ROW EXECUTE FUNCTION guard_report_section()');
  await runner.query(`
    CREATE FUNCTION guard_report_edition() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF NEW.checksum IS DISTINCT FROM encode(sha256(convert_to(NEW.body, 'UTF8')), 'hex')
         OR NOT EXISTS (SELECT FROM reports r WHERE r.id = NEW.report_id AND r.state = 'scheduled' AND r.publish_at <= NEW.published_at AND NEW.number = r.editions + 1) THEN
        RAISE EXCEPTION 'an edition is published at the time that the chair has set, with its checksum' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_report_edition BEFORE INSERT ON report_editions FOR EACH ROW EXECUTE FUNCTION guard_report_edition()');
  await runner.query(`
    CREATE FUNCTION guard_fact_check_reply() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'replies are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
      END IF;
      IF (NEW.text, NEW.sent_by, NEW.sent_at) IS DISTINCT FROM (OLD.text, OLD.sent_by, OLD.sent_at)
         AND NOT EXISTS (SELECT FROM fact_check_windows w WHERE w.id = NEW.window_id AND w.state = 'open') THEN
        RAISE EXCEPTION 'a right of reply is written while the fact-check is open' USING ERRCODE = 'restrict_violation';
      END IF;
      IF NEW.state = 'sent' AND OLD.state <> 'sent' AND NOT EXISTS (
        SELECT FROM users u WHERE u.id = NEW.sent_by AND u.organisation_id = NEW.organisation_id AND u.disabled_at IS NULL AND u.roles && ARRAY['sro']
      ) THEN
        RAISE EXCEPTION 'a right of reply is sent by the department’s senior responsible owner' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_fact_check_reply BEFORE UPDATE OR DELETE ON fact_check_replies FOR EACH ROW EXECUTE FUNCTION guard_fact_check_reply()');
}
