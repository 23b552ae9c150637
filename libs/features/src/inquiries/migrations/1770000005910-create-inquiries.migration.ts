import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the council looks into: the evidence that it asks for, its findings by version, and what it is going to recommend. */
export class CreateInquiries1770000005910 implements MigrationInterface {
  name = 'CreateInquiries1770000005910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE inquiries (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        title text NOT NULL,
        scope text NOT NULL,
        origin text NOT NULL,
        commissioned_by text,
        commissioned_on date,
        expected_end date NOT NULL,
        state text NOT NULL,
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        published_findings integer,
        published_at timestamptz,
        ended_at timestamptz,
        end_reason text,
        row_version integer NOT NULL,
        CONSTRAINT uq_inquiries_reference UNIQUE (reference),
        CONSTRAINT pk_inquiries PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE inquiry_missions (
        inquiry_id uuid NOT NULL,
        mission_id uuid NOT NULL,
        CONSTRAINT pk_inquiry_missions PRIMARY KEY (inquiry_id, mission_id),
        CONSTRAINT fk_inquiry_missions_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES inquiries(id),
        CONSTRAINT fk_inquiry_missions_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id)
      )`);
    await runner.query(`
      CREATE TABLE inquiry_questions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inquiry_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        question text NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        answer text,
        confidential boolean,
        confidential_reason text,
        quoted boolean,
        answered_by uuid,
        answered_at timestamptz,
        withdrawn_reason text,
        reminded_before integer,
        overdue_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_inquiry_questions PRIMARY KEY (id),
        CONSTRAINT fk_inquiry_questions_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES inquiries(id),
        CONSTRAINT fk_inquiry_questions_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id)
      )`);
    await runner.query('CREATE INDEX ix_inquiry_questions_inquiry_id ON inquiry_questions (inquiry_id)');
    await runner.query('CREATE INDEX ix_inquiry_questions_organisation_id ON inquiry_questions (organisation_id)');
    await runner.query(`
      CREATE TABLE inquiry_findings (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inquiry_id uuid NOT NULL,
        number integer NOT NULL,
        text text NOT NULL,
        written_by uuid NOT NULL,
        writer_name text NOT NULL,
        written_at timestamptz NOT NULL,
        CONSTRAINT uq_inquiry_findings_inquiry_id_number UNIQUE (inquiry_id, number),
        CONSTRAINT pk_inquiry_findings PRIMARY KEY (id),
        CONSTRAINT fk_inquiry_findings_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES inquiries(id)
      )`);
    await runner.query(`COMMENT ON TABLE inquiry_findings IS 'append-only: every version of the findings of inquiries'`);
    await runner.query(`SELECT make_append_only('inquiry_findings')`);
    await runner.query(`
      CREATE TABLE inquiry_recommendation_drafts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        inquiry_id uuid NOT NULL,
        text text NOT NULL,
        addressee_id uuid NOT NULL,
        mission_id uuid,
        answer_days integer NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT pk_inquiry_recommendation_drafts PRIMARY KEY (id),
        CONSTRAINT fk_inquiry_recommendation_drafts_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES inquiries(id),
        CONSTRAINT fk_inquiry_recommendation_drafts_addressee_id FOREIGN KEY (addressee_id) REFERENCES organisations(id),
        CONSTRAINT fk_inquiry_recommendation_drafts_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id)
      )`);
    await runner.query('CREATE INDEX ix_inquiry_recommendation_drafts_inquiry_id ON inquiry_recommendation_drafts (inquiry_id)');
    await runner.query(`
      CREATE TABLE inquiry_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        inquiry_id uuid NOT NULL,
        question_id uuid,
        action text NOT NULL,
        to_state text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_inquiry_events PRIMARY KEY (id),
        CONSTRAINT fk_inquiry_events_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES inquiries(id),
        CONSTRAINT fk_inquiry_events_question_id FOREIGN KEY (question_id) REFERENCES inquiry_questions(id)
      )`);
    await runner.query('CREATE INDEX ix_inquiry_events_inquiry_id ON inquiry_events (inquiry_id)');
    await runner.query(`COMMENT ON TABLE inquiry_events IS 'append-only: the timeline of every inquiry'`);
    await runner.query(`SELECT make_append_only('inquiry_events')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['inquiry_events', 'inquiry_recommendation_drafts', 'inquiry_findings', 'inquiry_questions', 'inquiry_missions', 'inquiries']) await runner.query(`DROP TABLE ${table} CASCADE`);
  }
}
