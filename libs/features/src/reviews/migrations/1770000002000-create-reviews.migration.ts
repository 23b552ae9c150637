import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateReviews1770000002000 implements MigrationInterface {
  name = 'CreateReviews1770000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviews (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        version_number integer NOT NULL,
        status text NOT NULL,
        off_track boolean NOT NULL DEFAULT false,
        reviewer_id uuid,
        queued_at timestamptz NOT NULL,
        claimed_at timestamptz,
        due_on date NOT NULL,
        decision text,
        decision_reasons jsonb NOT NULL DEFAULT '[]',
        decided_at timestamptz,
        checks_done_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_reviews_submission_id_version_number UNIQUE (submission_id, version_number),
        CONSTRAINT pk_reviews PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE review_checks (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        review_id uuid NOT NULL,
        kind text NOT NULL,
        outcome text NOT NULL,
        findings text array NOT NULL,
        ran_at timestamptz NOT NULL,
        CONSTRAINT uq_review_checks_kind_review_id UNIQUE (review_id, kind),
        CONSTRAINT pk_review_checks PRIMARY KEY (id)
      )`);
    await runner.query(`ALTER TABLE reviews ADD CONSTRAINT fk_reviews_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE review_checks ADD CONSTRAINT fk_review_checks_review_id FOREIGN KEY (review_id) REFERENCES reviews(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_checks CASCADE');
    await runner.query('DROP TABLE reviews CASCADE');
  }
}
