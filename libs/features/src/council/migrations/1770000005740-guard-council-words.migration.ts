import { type MigrationInterface, type QueryRunner } from 'typeorm';

const OWN: [table: string, column: string][] = [['reviewer_interests', 'person_id'], ['reviewer_absences', 'reviewer_id'], ['reason_template_versions', 'written_by']];

/** What the council keeps about its own people and words is entered by its own people, whatever SQL is sent. */
export class GuardCouncilWords1770000005740 implements MigrationInterface {
  name = 'GuardCouncilWords1770000005740';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_council_words() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT holds_office((to_jsonb(NEW) ->> TG_ARGV[0])::uuid, ARRAY['reviewer', 'council-member', 'council-chair']) THEN
          RAISE EXCEPTION 'only people of the council enter this' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    for (const [table, column] of OWN) {
      await runner.query(`CREATE TRIGGER guard_council_words BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION guard_council_words('${column}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of OWN) await runner.query(`DROP TRIGGER guard_council_words ON ${table}`);
    await runner.query('DROP FUNCTION guard_council_words()');
  }
}
