import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The register of data gaps. No gap is lost, keeps what it was opened on, and stands where its public timeline says. */
export class CreateDataGaps1770000004700 implements MigrationInterface {
  name = 'CreateDataGaps1770000004700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_gaps (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        metric_id integer NOT NULL,
        geography text NOT NULL,
        geography_name text NOT NULL,
        kind text NOT NULL,
        sentence text NOT NULL,
        mission_id uuid NOT NULL,
        owner_id uuid,
        owner_person text,
        plan text,
        resource text,
        date_needed date NOT NULL,
        state text NOT NULL,
        state_reason text,
        opened_by_judgement_id uuid,
        opened_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        closed_at timestamptz,
        figures_came_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_data_gaps_reference UNIQUE (reference),
        CONSTRAINT pk_data_gaps PRIMARY KEY (id),
        CONSTRAINT fk_data_gaps_metric_id FOREIGN KEY (metric_id) REFERENCES metrics(id),
        CONSTRAINT fk_data_gaps_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id),
        CONSTRAINT fk_data_gaps_owner_id FOREIGN KEY (owner_id) REFERENCES organisations(id),
        CONSTRAINT fk_data_gaps_opened_by_judgement_id FOREIGN KEY (opened_by_judgement_id) REFERENCES judgements(id)
      )`);
    await runner.query('CREATE UNIQUE INDEX uq_data_gaps_standing ON data_gaps (metric_id, geography, kind) WHERE figures_came_at IS NULL');
    await runner.query(`
      CREATE TABLE data_gap_targets (
        data_gap_id uuid NOT NULL,
        target_id uuid NOT NULL,
        CONSTRAINT pk_data_gap_targets PRIMARY KEY (data_gap_id, target_id),
        CONSTRAINT fk_data_gap_targets_data_gap_id FOREIGN KEY (data_gap_id) REFERENCES data_gaps(id),
        CONSTRAINT fk_data_gap_targets_target_id FOREIGN KEY (target_id) REFERENCES targets(id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE data_gap_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        data_gap_id uuid NOT NULL,
        action text NOT NULL,
        to_state text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_data_gap_events PRIMARY KEY (id),
        CONSTRAINT fk_data_gap_events_data_gap_id FOREIGN KEY (data_gap_id) REFERENCES data_gaps(id)
      )`);
    await runner.query('CREATE INDEX ix_data_gap_events_data_gap_id ON data_gap_events (data_gap_id)');
    await runner.query(`COMMENT ON TABLE data_gap_events IS 'append-only: the history of every data gap'`);
    await runner.query(`SELECT make_append_only('data_gap_events')`);
    await runner.query(`
      CREATE FUNCTION guard_data_gap() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'data gaps are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.reference, NEW.metric_id, NEW.geography, NEW.kind, NEW.opened_by_judgement_id, NEW.opened_at)
           IS DISTINCT FROM (OLD.id, OLD.reference, OLD.metric_id, OLD.geography, OLD.kind, OLD.opened_by_judgement_id, OLD.opened_at) THEN
          RAISE EXCEPTION 'data gap % keeps what it was opened on', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_data_gap BEFORE UPDATE OR DELETE ON data_gaps FOR EACH ROW EXECUTE FUNCTION guard_data_gap()');
    await runner.query(`
      CREATE FUNCTION guard_data_gap_state() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        stands text;
        told text;
      BEGIN
        SELECT state INTO stands FROM data_gaps WHERE id = NEW.id;
        SELECT e.to_state INTO told FROM data_gap_events e WHERE e.data_gap_id = NEW.id ORDER BY e.sequence DESC LIMIT 1;
        IF told IS DISTINCT FROM stands THEN
          RAISE EXCEPTION 'data gap % cannot be %: its timeline does not say so', NEW.reference, stands USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$`);
    // At commit, so that the order of writing is free.
    await runner.query(`
      CREATE CONSTRAINT TRIGGER guard_data_gap_state AFTER INSERT OR UPDATE ON data_gaps
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_data_gap_state()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_gap_events CASCADE');
    await runner.query('DROP TABLE data_gap_targets CASCADE');
    await runner.query('DROP TABLE data_gaps CASCADE');
    await runner.query('DROP FUNCTION guard_data_gap_state()');
    await runner.query('DROP FUNCTION guard_data_gap()');
  }
}
