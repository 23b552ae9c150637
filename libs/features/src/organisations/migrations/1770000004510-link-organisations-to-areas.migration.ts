import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which place an organisation is the council of: it may reply to the figures about it. */
export class LinkOrganisationsToAreas1770000004510 implements MigrationInterface {
  name = 'LinkOrganisationsToAreas1770000004510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisations ADD area_code text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisations DROP area_code');
  }
}
