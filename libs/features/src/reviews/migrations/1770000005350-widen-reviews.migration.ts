import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Second opinion, questions with their own clock, notes to the file, and what happens to a review beside its submission. */
export class WidenReviews1770000005350 implements MigrationInterface {
  name = 'WidenReviews1770000005350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE reviews ADD needs_second boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE reviews ADD proposed_decision text`);
    await runner.query(`ALTER TABLE reviews ADD proposed_reasons jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE reviews ADD proposed_at timestamptz`);
    await runner.query(`ALTER TABLE reviews ADD second_reviewer_id uuid`);
    await runner.query(`ALTER TABLE reviews ADD second_decided_at timestamptz`);
    await runner.query(`ALTER TABLE reviews ADD last_active_at timestamptz`);
    await runner.query(`ALTER TABLE reviews ADD last_reminder integer`);
    await runner.query(`
      CREATE TABLE review_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        review_id uuid NOT NULL,
        action text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        from_id uuid,
        to_id uuid,
        to_name text,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_review_events PRIMARY KEY (id)
      )`);
    await runner.query(`COMMENT ON TABLE review_events IS 'append-only: what happened to a review inside the council'`);
    await runner.query(`SELECT make_append_only('review_events')`);
    await runner.query(`CREATE INDEX ix_review_events_review_id ON review_events (review_id)`);
    await runner.query(`
      CREATE TABLE review_notes (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        review_id uuid NOT NULL,
        text text NOT NULL,
        author_id uuid NOT NULL,
        author_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_review_notes PRIMARY KEY (id)
      )`);
    await runner.query(`COMMENT ON TABLE review_notes IS 'append-only: notes to the file, for the council alone'`);
    await runner.query(`SELECT make_append_only('review_notes')`);
    await runner.query(`CREATE INDEX ix_review_notes_submission_id ON review_notes (submission_id)`);
    await runner.query(`
      CREATE TABLE review_questions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        review_id uuid NOT NULL,
        submission_id uuid NOT NULL,
        version_number integer NOT NULL,
        section text,
        text text NOT NULL,
        asked_by uuid NOT NULL,
        asked_by_name text NOT NULL,
        asked_at timestamptz NOT NULL,
        due_on date NOT NULL,
        overdue_at timestamptz,
        answer text,
        answered_by uuid,
        answered_by_name text,
        answered_at timestamptz,
        withdrawn_reason text,
        withdrawn_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT pk_review_questions PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_review_questions_submission_id ON review_questions (submission_id)`);
    await runner.query(`CREATE INDEX ix_review_questions_review_id ON review_questions (review_id)`);
    for (const [table, column, target] of FOREIGN_KEYS) {
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT fk_${table}_${column} FOREIGN KEY (${column}) REFERENCES ${target}(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['review_questions', 'review_notes', 'review_events']) await runner.query(`DROP TABLE ${table} CASCADE`);
    for (const column of ['last_reminder', 'last_active_at', 'second_decided_at', 'second_reviewer_id', 'proposed_at', 'proposed_reasons', 'proposed_decision', 'needs_second']) {
      await runner.query(`ALTER TABLE reviews DROP COLUMN ${column}`);
    }
  }
}

const FOREIGN_KEYS = [
  ['review_events', 'review_id', 'reviews'],
  ['review_notes', 'review_id', 'reviews'],
  ['review_notes', 'submission_id', 'submissions'],
  ['review_questions', 'review_id', 'reviews'],
  ['review_questions', 'submission_id', 'submissions'],
] as const;
