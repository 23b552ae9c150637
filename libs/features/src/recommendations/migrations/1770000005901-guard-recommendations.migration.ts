import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Whose word is whose holds in the database too: the council's members alone make, end and re-address recommendations, the
 * addressee's people alone answer, what was answered stays, and no recommendation stands where its timeline does not say so.
 */
export class GuardRecommendations1770000005901 implements MigrationInterface {
  name = 'GuardRecommendations1770000005901';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_recommendation_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
      BEGIN
        SELECT * INTO person FROM users WHERE id = NEW.actor_id AND disabled_at IS NULL;
        IF NOT coalesce(CASE
          WHEN NEW.action IN ('remind', 'mark-overdue', 'remind-promise', 'mark-promise-overdue') THEN NEW.actor_id IS NULL
          WHEN NEW.action = 'make' THEN person.roles && ARRAY['council-member', 'council-chair']
          WHEN NEW.action IN ('mark-done', 'mark-not-done', 'withdraw', 'readdress') THEN person.roles && ARRAY['council-member', 'council-chair']
            AND person.organisation_id IS DISTINCT FROM NEW.addressee_id
            AND (person.home_organisation_id IS DISTINCT FROM NEW.addressee_id)
          WHEN NEW.action IN ('accept', 'accept-in-part', 'not-accept') THEN person.organisation_id = NEW.addressee_id
            AND person.roles && ARRAY['sro', 'place-official', 'director']
          WHEN NEW.action = 'progress' THEN person.organisation_id = NEW.addressee_id
            AND person.roles && ARRAY['official', 'sro', 'place-official', 'director']
        END, false) THEN
          RAISE EXCEPTION 'this move is not theirs to make on a recommendation: %', NEW.action USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_recommendation_event BEFORE INSERT ON recommendation_events FOR EACH ROW EXECUTE FUNCTION guard_recommendation_event()');
    await runner.query(`
      CREATE FUNCTION guard_recommendation() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'recommendations are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'INSERT' THEN
          IF NOT EXISTS (SELECT FROM users u WHERE u.id = NEW.made_by AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair']) THEN
            RAISE EXCEPTION 'the council’s members alone make recommendations' USING ERRCODE = 'insufficient_privilege';
          END IF;
          RETURN NEW;
        END IF;
        IF (NEW.id, NEW.reference, NEW.source_kind, NEW.source_reference, NEW.source_path, NEW.mission_id, NEW.text, NEW.answer_days, NEW.made_by, NEW.made_at)
           IS DISTINCT FROM (OLD.id, OLD.reference, OLD.source_kind, OLD.source_reference, OLD.source_path, OLD.mission_id, OLD.text, OLD.answer_days, OLD.made_by, OLD.made_at) THEN
          RAISE EXCEPTION 'recommendation % keeps what was recommended', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.answer_due_on IS DISTINCT FROM OLD.answer_due_on AND NEW.addressee_id = OLD.addressee_id THEN
          RAISE EXCEPTION 'recommendation % keeps the day that its answer is due', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.answered_at IS NOT NULL AND (NEW.answer, NEW.promise, NEW.promised_on, NEW.answered_by, NEW.answered_at, NEW.answer_due_on)
           IS DISTINCT FROM (OLD.answer, OLD.promise, OLD.promised_on, OLD.answered_by, OLD.answered_at, OLD.answer_due_on) THEN
          RAISE EXCEPTION 'the answer to recommendation % was given', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.answered_at IS NULL AND (NEW.answered_at IS NOT NULL OR NEW.answer IS NOT NULL) AND NOT EXISTS (
          SELECT FROM users u WHERE u.id = NEW.answered_by AND u.disabled_at IS NULL AND u.organisation_id = NEW.addressee_id
             AND u.roles && ARRAY['sro', 'place-official', 'director']
        ) THEN
          RAISE EXCEPTION 'the addressee’s people alone answer recommendation %', OLD.reference USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF OLD.state IN ('not-accepted', 'done', 'not-done', 'withdrawn')
           AND (NEW.state, NEW.addressee_id, NEW.end_reason, NEW.shown, NEW.ended_at) IS DISTINCT FROM (OLD.state, OLD.addressee_id, OLD.end_reason, OLD.shown, OLD.ended_at) THEN
          RAISE EXCEPTION 'recommendation % has ended', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_recommendation BEFORE INSERT OR UPDATE OR DELETE ON recommendations FOR EACH ROW EXECUTE FUNCTION guard_recommendation()');
    await runner.query(`
      CREATE FUNCTION guard_recommendation_timeline() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        stands recommendations%ROWTYPE;
        told recommendation_events%ROWTYPE;
      BEGIN
        SELECT * INTO stands FROM recommendations WHERE id = NEW.id;
        SELECT * INTO told FROM recommendation_events e WHERE e.recommendation_id = NEW.id ORDER BY e.sequence DESC LIMIT 1;
        IF (told.to_state, told.addressee_id) IS DISTINCT FROM (stands.state, stands.addressee_id) THEN
          RAISE EXCEPTION 'recommendation % cannot be %: its timeline does not say so', NEW.reference, stands.state USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    // At commit, so that the order of writing is free.
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_recommendation_timeline AFTER INSERT OR UPDATE ON recommendations
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_recommendation_timeline()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_recommendation_timeline ON recommendations');
    await runner.query('DROP FUNCTION guard_recommendation_timeline()');
    await runner.query('DROP TRIGGER guard_recommendation ON recommendations');
    await runner.query('DROP FUNCTION guard_recommendation()');
    await runner.query('DROP TRIGGER guard_recommendation_event ON recommendation_events');
    await runner.query('DROP FUNCTION guard_recommendation_event()');
  }
}
