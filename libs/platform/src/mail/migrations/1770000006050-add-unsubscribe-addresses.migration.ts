import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AddUnsubscribeAddresses1770000006050 implements MigrationInterface {
  name = 'AddUnsubscribeAddresses1770000006050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_messages ADD unsubscribe_url text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE mail_messages DROP COLUMN unsubscribe_url');
  }
}
