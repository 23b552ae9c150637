import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateMetrics1770000001200 implements MigrationInterface {
  name = 'CreateMetrics1770000001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE metrics (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        slug text NOT NULL,
        name text NOT NULL,
        indicators text array NOT NULL,
        unit text NOT NULL,
        measure text NOT NULL,
        direction text NOT NULL,
        decimals integer NOT NULL,
        rounding_unit double precision NOT NULL,
        basis text NOT NULL,
        place text NOT NULL,
        geography text NOT NULL,
        source jsonb NOT NULL,
        caveat text,
        proxy_for text,
        proxy_note text,
        part_of text,
        exploratory boolean NOT NULL,
        count_behind jsonb,
        CONSTRAINT uq_metrics_slug UNIQUE (slug),
        CONSTRAINT pk_metrics PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE metrics CASCADE');
  }
}
