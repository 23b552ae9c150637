import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which sub-national bodies are asked what they did for a mission. */
export class NameBodiesOfMissions1770000005450 implements MigrationInterface {
  name = 'NameBodiesOfMissions1770000005450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE missions ADD bodies text array NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE missions DROP COLUMN bodies');
  }
}
