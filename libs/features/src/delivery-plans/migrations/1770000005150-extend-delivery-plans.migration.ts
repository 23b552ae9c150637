import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LISTS = ['outcomes', 'metrics', 'policies', 'milestones', 'programmes', 'funding', 'staffing', 'dependencies'];

/** The whole plan: its lists, its stated totals, and where its words come from. `guard_draft` covers the table. */
export class ExtendDeliveryPlans1770000005150 implements MigrationInterface {
  name = 'ExtendDeliveryPlans1770000005150';

  async up(runner: QueryRunner): Promise<void> {
    for (const list of LISTS) await runner.query(`ALTER TABLE delivery_plans ADD ${list} jsonb NOT NULL DEFAULT '[]'`);
    await runner.query('ALTER TABLE delivery_plans ADD stated_money_millions double precision');
    await runner.query('ALTER TABLE delivery_plans ADD stated_staff double precision');
    await runner.query('ALTER TABLE delivery_plans ADD copied_from jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['copied_from', 'stated_staff', 'stated_money_millions', ...LISTS.toReversed()]) await runner.query(`ALTER TABLE delivery_plans DROP COLUMN ${column}`);
  }
}
