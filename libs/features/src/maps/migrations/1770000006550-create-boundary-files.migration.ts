import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Outlines for maps, which only an administrator's file gives: none lie in the repository but the tiles of the example. */
export class CreateBoundaryFiles1770000006550 implements MigrationInterface {
  name = 'CreateBoundaryFiles1770000006550';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE boundary_files (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        checksum text NOT NULL,
        file_name text NOT NULL,
        kind text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        shapes jsonb NOT NULL,
        imported_at timestamptz NOT NULL,
        imported_by text NOT NULL,
        CONSTRAINT pk_boundary_files PRIMARY KEY (id)
      )`);
    await runner.query(`COMMENT ON TABLE boundary_files IS 'append-only: files of outlines that maps were drawn from'`);
    await runner.query(`SELECT make_append_only('boundary_files')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE boundary_files CASCADE');
  }
}
