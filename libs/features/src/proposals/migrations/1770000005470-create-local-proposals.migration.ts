import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What places and directors ask of departments, and what became of it. */
export class CreateLocalProposals1770000005470 implements MigrationInterface {
  name = 'CreateLocalProposals1770000005470';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE local_proposals (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        organisation_id uuid NOT NULL,
        department_id uuid NOT NULL,
        mission_id uuid NOT NULL,
        area_code text NOT NULL,
        area_name text NOT NULL,
        title text NOT NULL,
        ask text NOT NULL,
        cost text NOT NULL,
        evidence text NOT NULL,
        state text NOT NULL,
        outcome text,
        words text,
        submitted_by uuid NOT NULL,
        received_at timestamptz NOT NULL,
        answer_due_on date NOT NULL,
        ended_at timestamptz,
        reminded_before integer,
        overdue_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_local_proposals_reference UNIQUE (reference),
        CONSTRAINT pk_local_proposals PRIMARY KEY (id),
        CONSTRAINT fk_local_proposals_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id),
        CONSTRAINT fk_local_proposals_department_id FOREIGN KEY (department_id) REFERENCES organisations(id),
        CONSTRAINT fk_local_proposals_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id)
      )`);
    await runner.query('CREATE INDEX ix_local_proposals_area_code ON local_proposals (area_code)');
    await runner.query(`
      CREATE TABLE local_proposal_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        proposal_id uuid NOT NULL,
        action text NOT NULL,
        to_state text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_local_proposal_events PRIMARY KEY (id),
        CONSTRAINT fk_local_proposal_events_proposal_id FOREIGN KEY (proposal_id) REFERENCES local_proposals(id)
      )`);
    await runner.query('CREATE INDEX ix_local_proposal_events_proposal_id ON local_proposal_events (proposal_id)');
    await runner.query(`COMMENT ON TABLE local_proposal_events IS 'append-only: the history of every local proposal'`);
    await runner.query(`SELECT make_append_only('local_proposal_events')`);
    await runner.query(`
      CREATE FUNCTION guard_local_proposal() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'local proposals are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.reference, NEW.organisation_id, NEW.title, NEW.ask, NEW.cost, NEW.evidence, NEW.received_at, NEW.answer_due_on)
           IS DISTINCT FROM (OLD.reference, OLD.organisation_id, OLD.title, OLD.ask, OLD.cost, OLD.evidence, OLD.received_at, OLD.answer_due_on) THEN
          RAISE EXCEPTION 'proposal % keeps what was received and when its answer is due', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state IN ('answered', 'withdrawn') AND (NEW.state, NEW.outcome, NEW.words) IS DISTINCT FROM (OLD.state, OLD.outcome, OLD.words) THEN
          RAISE EXCEPTION 'proposal % has ended', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_local_proposal BEFORE UPDATE OR DELETE ON local_proposals FOR EACH ROW EXECUTE FUNCTION guard_local_proposal()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE local_proposal_events CASCADE');
    await runner.query('DROP TABLE local_proposals CASCADE');
    await runner.query('DROP FUNCTION guard_local_proposal()');
  }
}
