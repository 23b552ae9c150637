import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Two people means that each of them acts: a role of the council is proposed and decided on in one's own name, and what says of itself
 * that it was done at the command line was done there. A line of a history that names nobody is the clock's alone.
 */
export class GuardHandsOfGrants1770000006700 implements MigrationInterface {
  name = 'GuardHandsOfGrants1770000006700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_named_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        named uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
      BEGIN
        IF named IS NULL AND NOT acts_as_clock() OR named IS DISTINCT FROM acting_person() THEN
          RAISE EXCEPTION 'nobody writes in the name of another, nor of the clock: % of % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE FUNCTION guard_council_grant_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.source = 'command-line' THEN
          IF coalesce(current_setting('waymark.actor', true), '') NOT LIKE 'command:%' THEN
            RAISE EXCEPTION 'what says that it was done at the command line is done there' USING ERRCODE = 'insufficient_privilege';
          END IF;
        ELSIF (CASE TG_OP WHEN 'INSERT' THEN NEW.proposed_by ELSE NEW.decided_by END) IS DISTINCT FROM acting_person() THEN
          RAISE EXCEPTION 'a role of the council is proposed and decided on by two people, each in his or her own name' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_council_grant_hand BEFORE INSERT OR UPDATE ON council_grants FOR EACH ROW EXECUTE FUNCTION guard_council_grant_hand()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_council_grant_hand ON council_grants');
    await runner.query('DROP FUNCTION guard_council_grant_hand()');
    await runner.query('DROP FUNCTION guard_named_hand()');
  }
}
