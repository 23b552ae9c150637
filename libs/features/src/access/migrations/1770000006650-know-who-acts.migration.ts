import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Every move says who makes it before it writes (`waymark.actor`, until the commit). Guards ask here, so that what is the council's is
 * written by a person of the council and by nobody who merely puts such a person's id into a column.
 */
export class KnowWhoActs1770000006650 implements MigrationInterface {
  name = 'KnowWhoActs1770000006650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION acting_person() RETURNS uuid LANGUAGE sql STABLE AS $$
        SELECT substring(current_setting('waymark.actor', true) FROM '^user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$')::uuid
      $$`);
    await runner.query(`
      CREATE FUNCTION acts_in_office(offices text[]) RETURNS boolean LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT holds_office(acting_person(), offices)
      $$`);
    await runner.query(`
      CREATE FUNCTION acts_as_clock() RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT coalesce(current_setting('waymark.actor', true), '') LIKE 'job:%'
      $$`);
    await runner.query(`
      CREATE FUNCTION guard_council_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT acts_in_office(ARRAY['council-member', 'council-chair']) AND NOT (TG_NARGS > 0 AND TG_ARGV[0] = 'clock' AND acts_as_clock()) THEN
          RAISE EXCEPTION '% is written by people of the council: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await runner.query(`
      CREATE FUNCTION guard_own_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF (to_jsonb(NEW) ->> TG_ARGV[0])::uuid IS DISTINCT FROM acting_person() THEN
          RAISE EXCEPTION 'nobody writes in the name of another: % of % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['guard_own_hand()', 'guard_council_hand()', 'acts_as_clock()', 'acts_in_office(text[])', 'acting_person()']) await runner.query(`DROP FUNCTION ${name}`);
  }
}
