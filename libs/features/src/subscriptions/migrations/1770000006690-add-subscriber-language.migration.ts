import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Subscribers are written to in the language in which they subscribed; those there are subscribed in English. */
export class AddSubscriberLanguage1770000006690 implements MigrationInterface {
  name = 'AddSubscriberLanguage1770000006690';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['subscribers', 'subscription_requests']) await runner.query(`ALTER TABLE ${table} ADD language text NOT NULL DEFAULT 'en'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['subscription_requests', 'subscribers']) await runner.query(`ALTER TABLE ${table} DROP COLUMN language`);
  }
}
