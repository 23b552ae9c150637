import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A review's timeline is told by whoever acts: the clock, the lead department for its answer alone, the council for all else. A target is changed by the council alone. */
export class GuardHandsOfInterimReviews1770000006652 implements MigrationInterface {
  name = 'GuardHandsOfInterimReviews1770000006652';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_interim_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT coalesce(CASE
          WHEN NEW.action IN ('open', 'remind', 'overdue', 'target-decided', 'figures-in') THEN NEW.actor_id IS NULL AND acts_as_clock()
          WHEN NEW.action = 'answer' THEN NEW.actor_id = acting_person() AND EXISTS (
            SELECT FROM users u JOIN mission_leads l ON l.organisation_id = u.organisation_id JOIN interim_reviews r ON r.mission_id = l.mission_id
             WHERE u.id = NEW.actor_id AND u.disabled_at IS NULL AND u.roles && ARRAY['official', 'sro'] AND r.id = NEW.review_id)
          ELSE NEW.actor_id = acting_person() AND holds_office(NEW.actor_id, ARRAY['council-member', 'council-chair'])
        END, false) THEN
          RAISE EXCEPTION 'this move is not theirs to make in an interim review: %', NEW.action USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_interim_event BEFORE INSERT ON interim_review_events FOR EACH ROW EXECUTE FUNCTION guard_interim_event()');
    await runner.query(`
      CREATE FUNCTION guard_target_version() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT acts_in_office(ARRAY['council-member', 'council-chair']) OR NEW.recorded_by IS DISTINCT FROM acting_person() AND NOT (NEW.recorded_by IS NULL AND NEW.number = 1) THEN
          RAISE EXCEPTION 'a change of a target is recorded by people of the council, each in his or her own name' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_target_version BEFORE INSERT ON target_versions FOR EACH ROW EXECUTE FUNCTION guard_target_version()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, table] of [['guard_target_version', 'target_versions'], ['guard_interim_event', 'interim_review_events']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
  }
}
