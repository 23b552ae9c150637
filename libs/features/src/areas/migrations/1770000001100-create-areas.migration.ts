import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateAreas1770000001100 implements MigrationInterface {
  name = 'CreateAreas1770000001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE areas (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        level text NOT NULL,
        country text,
        parent_code text,
        confirmed boolean NOT NULL,
        CONSTRAINT uq_areas_code UNIQUE (code),
        CONSTRAINT pk_areas PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE areas CASCADE');
  }
}
