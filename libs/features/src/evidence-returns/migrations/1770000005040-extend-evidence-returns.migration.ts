import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LISTS = ['departures', 'evidence', 'risks', 'last_steps', 'steps'];

/** The lists of a return's draft: figures departed from, evidence, risks, and the steps of the last return and the next. */
export class ExtendEvidenceReturns1770000005040 implements MigrationInterface {
  name = 'ExtendEvidenceReturns1770000005040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE evidence_returns ADD nil boolean NOT NULL DEFAULT false');
    for (const list of LISTS) await runner.query(`ALTER TABLE evidence_returns ADD ${list} jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['nil', ...LISTS]) await runner.query(`ALTER TABLE evidence_returns DROP COLUMN ${column}`);
  }
}
