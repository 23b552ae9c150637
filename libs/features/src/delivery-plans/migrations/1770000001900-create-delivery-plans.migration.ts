import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateDeliveryPlans1770000001900 implements MigrationInterface {
  name = 'CreateDeliveryPlans1770000001900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delivery_plans (
        submission_id uuid NOT NULL,
        summary text NOT NULL DEFAULT '',
        contributions jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT pk_delivery_plans PRIMARY KEY (submission_id)
      )`);
    await runner.query(`ALTER TABLE delivery_plans ADD CONSTRAINT fk_delivery_plans_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_plans CASCADE');
  }
}
