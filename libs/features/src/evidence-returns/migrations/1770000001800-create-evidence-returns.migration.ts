import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateEvidenceReturns1770000001800 implements MigrationInterface {
  name = 'CreateEvidenceReturns1770000001800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE evidence_returns (
        submission_id uuid NOT NULL,
        narrative text NOT NULL DEFAULT '',
        figures_comment text NOT NULL DEFAULT '',
        rating text,
        rating_reason text NOT NULL DEFAULT '',
        next_steps text NOT NULL DEFAULT '',
        CONSTRAINT pk_evidence_returns PRIMARY KEY (submission_id)
      )`);
    await runner.query(`ALTER TABLE evidence_returns ADD CONSTRAINT fk_evidence_returns_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence_returns CASCADE');
  }
}
