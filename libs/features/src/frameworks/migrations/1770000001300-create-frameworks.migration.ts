import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateFrameworks1770000001300 implements MigrationInterface {
  name = 'CreateFrameworks1770000001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE frameworks (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        slug text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        source text NOT NULL,
        published_on date NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        report_duty jsonb,
        objectives jsonb NOT NULL DEFAULT '[]',
        file_checksum text NOT NULL,
        imported_at timestamptz NOT NULL,
        CONSTRAINT uq_frameworks_slug UNIQUE (slug),
        CONSTRAINT pk_frameworks PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE frameworks CASCADE');
  }
}
