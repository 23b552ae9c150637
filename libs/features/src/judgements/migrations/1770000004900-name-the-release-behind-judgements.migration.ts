import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which release brought a judgement about: so that its report can say which verdicts it turned. */
export class NameTheReleaseBehindJudgements1770000004900 implements MigrationInterface {
  name = 'NameTheReleaseBehindJudgements1770000004900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE judgements ADD triggered_by_release integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE judgements DROP triggered_by_release');
  }
}
