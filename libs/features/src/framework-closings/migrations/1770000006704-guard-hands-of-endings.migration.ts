import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A closing is prepared, announced and taken back by the chair who acts, and so is what becomes of each mission. It takes effect by the
 * clock, or by the chair who announces it for the same day, as it was announced.
 */
export class GuardHandsOfEndings1770000006704 implements MigrationInterface {
  name = 'GuardHandsOfEndings1770000006704';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_framework_closing_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        effect text[] := ARRAY['state', 'closed_at', 'row_version'];
      BEGIN
        IF NEW.state = 'closed' THEN
          IF NOT acts_as_clock() AND NOT acts_in_office(ARRAY['council-chair']) OR (to_jsonb(NEW) - effect) IS DISTINCT FROM (to_jsonb(OLD) - effect) THEN
            RAISE EXCEPTION 'a closing takes effect by the clock or by a chair, as it was announced' USING ERRCODE = 'insufficient_privilege';
          END IF;
        ELSIF NOT acts_in_office(ARRAY['council-chair']) OR acting_person() IS DISTINCT FROM (CASE NEW.state WHEN 'announced' THEN NEW.announced_by ELSE NEW.prepared_by END) THEN
          RAISE EXCEPTION 'a closing is prepared, announced and taken back by a chair, in his or her own name' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_framework_closing_hand BEFORE INSERT OR UPDATE ON framework_closings FOR EACH ROW EXECUTE FUNCTION guard_framework_closing_hand()');
    await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT OR UPDATE ON mission_endings FOR EACH ROW EXECUTE FUNCTION guard_own_hand('decided_by')`);
    await runner.query(`
      CREATE FUNCTION guard_last_edition_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT acts_as_clock() AND NOT acts_in_office(ARRAY['council-chair']) THEN
          RAISE EXCEPTION 'a last edition is frozen by the clock or by a chair' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_last_edition_hand BEFORE INSERT ON last_editions FOR EACH ROW EXECUTE FUNCTION guard_last_edition_hand()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_own_hand ON mission_endings');
    for (const [name, table] of [['guard_last_edition_hand', 'last_editions'], ['guard_framework_closing_hand', 'framework_closings']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
  }
}
