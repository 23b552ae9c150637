import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An outcome is given once, the department's answer is its own, the decision is the council's, and what is closed stays as it is. */
export class CreateInterimReviews1770000005870 implements MigrationInterface {
  name = 'CreateInterimReviews1770000005870';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE interim_reviews (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        mission_id uuid NOT NULL,
        interim_on date NOT NULL,
        state text NOT NULL,
        opened_at timestamptz NOT NULL,
        figures_in_at timestamptz,
        effects_due_on date NOT NULL,
        effects_remind_on date NOT NULL,
        reminded_at timestamptz,
        overdue_at timestamptz,
        effects_text text,
        effects_by uuid,
        effects_office text,
        effects_at timestamptz,
        recommendation text,
        reason text,
        decided_by uuid,
        decided_by_name text,
        closed_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_interim_reviews_reference UNIQUE (reference),
        CONSTRAINT uq_interim_reviews_interim_on_mission_id UNIQUE (mission_id, interim_on),
        CONSTRAINT pk_interim_reviews PRIMARY KEY (id),
        CONSTRAINT fk_interim_reviews_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id)
      )`);
    await runner.query(`
      CREATE TABLE interim_review_targets (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        review_id uuid NOT NULL,
        target_id uuid NOT NULL,
        period text NOT NULL,
        value double precision NOT NULL,
        definition jsonb NOT NULL,
        waiting_since date NOT NULL,
        expected_on date,
        releases_seen integer NOT NULL DEFAULT 0,
        outcome text,
        sentence text,
        verdict text,
        verdict_sentence text,
        release_id integer,
        decided_at timestamptz,
        CONSTRAINT uq_interim_review_targets_review_id_target_id UNIQUE (review_id, target_id),
        CONSTRAINT pk_interim_review_targets PRIMARY KEY (id),
        CONSTRAINT fk_interim_review_targets_review_id FOREIGN KEY (review_id) REFERENCES interim_reviews(id),
        CONSTRAINT fk_interim_review_targets_target_id FOREIGN KEY (target_id) REFERENCES targets(id)
      )`);
    await runner.query(`
      CREATE TABLE interim_review_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        review_id uuid NOT NULL,
        action text NOT NULL,
        text text NOT NULL,
        actor_id uuid,
        actor_office text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_interim_review_events PRIMARY KEY (id),
        CONSTRAINT fk_interim_review_events_review_id FOREIGN KEY (review_id) REFERENCES interim_reviews(id)
      )`);
    await runner.query('CREATE INDEX ix_interim_review_events_review_id ON interim_review_events (review_id)');
    await runner.query(`COMMENT ON TABLE interim_review_events IS 'append-only: the history of every interim review'`);
    await runner.query(`SELECT make_append_only('interim_review_events')`);
    await runner.query(`
      CREATE FUNCTION guard_interim_review() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'interim reviews are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF OLD.state = 'closed' THEN
            RAISE EXCEPTION 'interim review % is closed', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF (NEW.id, NEW.reference, NEW.mission_id, NEW.interim_on, NEW.opened_at, NEW.effects_due_on)
             IS DISTINCT FROM (OLD.id, OLD.reference, OLD.mission_id, OLD.interim_on, OLD.opened_at, OLD.effects_due_on) THEN
            RAISE EXCEPTION 'interim review % keeps what it was opened on', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF OLD.effects_text IS NOT NULL AND NEW.effects_text IS DISTINCT FROM OLD.effects_text THEN
            RAISE EXCEPTION 'the department has answered interim review % already', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF OLD.overdue_at IS NOT NULL AND NEW.overdue_at IS DISTINCT FROM OLD.overdue_at THEN
            RAISE EXCEPTION 'a mark of being overdue stays' USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        IF NEW.effects_text IS NOT NULL AND NOT EXISTS (
          SELECT FROM users u JOIN mission_leads l ON l.organisation_id = u.organisation_id AND l.mission_id = NEW.mission_id
           WHERE u.id = NEW.effects_by AND u.roles && ARRAY['official', 'sro']
        ) THEN
          RAISE EXCEPTION 'only the lead department says what its target has led to' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.state = 'closed' AND (NEW.recommendation IS NULL OR NEW.reason IS NULL OR NEW.closed_at IS NULL OR NOT EXISTS (
          SELECT FROM users u WHERE u.id = NEW.decided_by AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair']
        )) THEN
          RAISE EXCEPTION 'only the council closes an interim review, with a recommendation' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_interim_review BEFORE INSERT OR UPDATE OR DELETE ON interim_reviews FOR EACH ROW EXECUTE FUNCTION guard_interim_review()');
    await runner.query(`
      CREATE FUNCTION guard_interim_outcome() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.outcome IS NOT NULL
           OR (NEW.review_id, NEW.target_id, NEW.period, NEW.value, NEW.definition) IS DISTINCT FROM (OLD.review_id, OLD.target_id, OLD.period, OLD.value, OLD.definition) THEN
          RAISE EXCEPTION 'an interim target keeps what it asked for and how it turned out' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_interim_outcome BEFORE UPDATE OR DELETE ON interim_review_targets FOR EACH ROW EXECUTE FUNCTION guard_interim_outcome()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE interim_review_events CASCADE');
    await runner.query('DROP TABLE interim_review_targets CASCADE');
    await runner.query('DROP TABLE interim_reviews CASCADE');
    await runner.query('DROP FUNCTION guard_interim_outcome()');
    await runner.query('DROP FUNCTION guard_interim_review()');
  }
}
