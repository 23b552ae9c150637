import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A recommendation is made, answered and ended by whoever it names. Those of a report are made by the clock, in the name of the chair who
 * set the report's time, or of somebody else in office where that chair is not any more; what names nobody is the clock's.
 */
export class GuardHandsOfRecommendations1770000006707 implements MigrationInterface {
  name = 'GuardHandsOfRecommendations1770000006707';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_recommendation_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.answered_by IS DISTINCT FROM OLD.answered_by AND NEW.answered_by IS DISTINCT FROM acting_person() THEN
            RAISE EXCEPTION 'a recommendation is answered in one''s own name' USING ERRCODE = 'insufficient_privilege';
          END IF;
        ELSIF NEW.made_by IS DISTINCT FROM acting_person() AND NOT (acts_as_clock() AND NEW.source_kind = 'report'
              AND EXISTS (SELECT FROM reports r WHERE r.reference = NEW.source_reference AND r.state = 'scheduled' AND (r.scheduled_by = NEW.made_by OR NOT holds_office(r.scheduled_by, ARRAY['council-member', 'council-chair'])))) THEN
          RAISE EXCEPTION 'a recommendation is made in one''s own name, or by the clock in that of the chair who set a report''s time' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_recommendation_hand BEFORE INSERT OR UPDATE ON recommendations FOR EACH ROW EXECUTE FUNCTION guard_recommendation_hand()');
    await runner.query(`
      CREATE FUNCTION guard_recommendation_event_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF acts_as_clock() AND (NEW.actor_id IS NULL OR NEW.action = 'make' AND NEW.actor_id = (SELECT r.made_by FROM recommendations r WHERE r.id = NEW.recommendation_id)) THEN
          RETURN NEW;
        END IF;
        IF NEW.actor_id IS NULL OR NEW.actor_id IS DISTINCT FROM acting_person() THEN
          RAISE EXCEPTION 'nobody moves a recommendation in the name of another, nor of the clock: %', NEW.action USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_recommendation_event_hand BEFORE INSERT ON recommendation_events FOR EACH ROW EXECUTE FUNCTION guard_recommendation_event_hand()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, table] of [['guard_recommendation_event_hand', 'recommendation_events'], ['guard_recommendation_hand', 'recommendations']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
  }
}
