import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateAuditEntries1770000000100 implements MigrationInterface {
  name = 'CreateAuditEntries1770000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_entries (
        position bigint NOT NULL CONSTRAINT pk_audit_entries PRIMARY KEY,
        at timestamptz NOT NULL,
        actor text NOT NULL,
        event text NOT NULL,
        subject text NOT NULL,
        facts jsonb NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL
      )`);
    await runner.query(`COMMENT ON TABLE audit_entries IS 'append-only: the hash chain of everything that happened'`);
    await runner.query(`SELECT make_append_only('audit_entries')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entries');
  }
}
