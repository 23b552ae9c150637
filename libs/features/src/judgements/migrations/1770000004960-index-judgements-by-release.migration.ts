import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The report of a release asks which judgements it brought about; most judgements have no release behind them. */
export class IndexJudgementsByRelease1770000004960 implements MigrationInterface {
  name = 'IndexJudgementsByRelease1770000004960';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_judgements_triggered_by_release ON judgements (triggered_by_release) WHERE triggered_by_release IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_judgements_triggered_by_release');
  }
}
