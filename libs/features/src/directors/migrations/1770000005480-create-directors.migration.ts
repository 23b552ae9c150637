import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The directory of levelling up directors, and every change of it. */
export class CreateDirectors1770000005480 implements MigrationInterface {
  name = 'CreateDirectors1770000005480';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE directors (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid,
        name text NOT NULL,
        places text array NOT NULL,
        contact text NOT NULL,
        appointed_by text NOT NULL,
        since date NOT NULL,
        until date,
        row_version integer NOT NULL,
        CONSTRAINT pk_directors PRIMARY KEY (id),
        CONSTRAINT fk_directors_user_id FOREIGN KEY (user_id) REFERENCES users(id)
      )`);
    await runner.query(`
      CREATE TABLE director_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        director_id uuid NOT NULL,
        entry jsonb NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_director_events PRIMARY KEY (id),
        CONSTRAINT fk_director_events_director_id FOREIGN KEY (director_id) REFERENCES directors(id)
      )`);
    await runner.query('CREATE INDEX ix_director_events_director_id ON director_events (director_id)');
    await runner.query(`COMMENT ON TABLE director_events IS 'append-only: the directory of directors as it was after each change'`);
    await runner.query(`SELECT make_append_only('director_events')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE director_events CASCADE');
    await runner.query('DROP TABLE directors CASCADE');
  }
}
