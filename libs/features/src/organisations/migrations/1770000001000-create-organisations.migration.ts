import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateOrganisations1770000001000 implements MigrationInterface {
  name = 'CreateOrganisations1770000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        slug text NOT NULL,
        name text NOT NULL,
        short_name text NOT NULL,
        kind text NOT NULL,
        mailbox text,
        CONSTRAINT uq_organisations_slug UNIQUE (slug),
        CONSTRAINT pk_organisations PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisations CASCADE');
  }
}
