import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Appends a line to the chain in one statement: every move waits for the chain's lock, so it is held for one way to the server and back
 * instead of three. Each statement inside sees what was committed when it began: the last line is read after the lock was got.
 * The line's canonical JSON comes in two pieces, between which its position belongs.
 */
export class AppendAuditEntriesInOneStatement1770000005600 implements MigrationInterface {
  name = 'AppendAuditEntriesInOneStatement1770000005600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION append_audit_entry(line_at timestamptz, line_actor text, line_event text, line_subject text, line_facts jsonb, head text, tail text)
        RETURNS void LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        last audit_entries%ROWTYPE;
        next_position bigint;
        before text;
      BEGIN
        PERFORM pg_advisory_xact_lock(1463900493);
        SELECT * INTO last FROM audit_entries ORDER BY position DESC LIMIT 1;
        next_position := coalesce(last.position, 0) + 1;
        before := coalesce(last.hash, repeat('0', 64));
        INSERT INTO audit_entries (position, at, actor, event, subject, facts, previous_hash, hash)
        VALUES (next_position, line_at, line_actor, line_event, line_subject, line_facts, before,
                encode(sha256(convert_to(before || chr(10) || head || next_position || tail, 'UTF8')), 'hex'));
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION append_audit_entry(timestamptz, text, text, text, jsonb, text, text)');
  }
}
