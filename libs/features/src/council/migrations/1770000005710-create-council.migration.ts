import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The council in public: members, money, rules, and the decisions that it takes together. */
export class CreateCouncil1770000005710 implements MigrationInterface {
  name = 'CreateCouncil1770000005710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE council_members (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        appointed_by text NOT NULL,
        from_date date NOT NULL,
        until_date date,
        ended_on date,
        ended_why text NOT NULL,
        kept_by uuid NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT pk_council_members PRIMARY KEY (id),
        CONSTRAINT fk_council_members_person_id FOREIGN KEY (person_id) REFERENCES users(id)
      )`);
    await runner.query('CREATE INDEX ix_council_members_person_id ON council_members (person_id)');
    await runner.query(`
      CREATE TABLE council_budgets (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        year integer NOT NULL,
        given_by text NOT NULL,
        amount numeric(14,2) NOT NULL,
        spent numeric(14,2),
        staff numeric(8,2),
        note text NOT NULL,
        kept_by uuid NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT uq_council_budgets_year UNIQUE (year),
        CONSTRAINT pk_council_budgets PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE council_quorum_rules (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        least_number integer NOT NULL,
        least_share integer NOT NULL,
        reason text NOT NULL,
        set_by uuid NOT NULL,
        set_by_name text NOT NULL,
        set_at timestamptz NOT NULL,
        CONSTRAINT pk_council_quorum_rules PRIMARY KEY (id)
      )`);
    await runner.query(`COMMENT ON TABLE council_quorum_rules IS 'append-only: every quorum rule of the council'`);
    await runner.query(`SELECT make_append_only('council_quorum_rules')`);
    await runner.query(`
      CREATE TABLE council_register_changes (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        what text NOT NULL,
        changed_by uuid NOT NULL,
        changed_by_name text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT pk_council_register_changes PRIMARY KEY (id)
      )`);
    await runner.query(`COMMENT ON TABLE council_register_changes IS 'append-only: every change of the council’s public register'`);
    await runner.query(`SELECT make_append_only('council_register_changes')`);
    await runner.query(`
      CREATE TABLE council_decisions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        subject text NOT NULL,
        about text NOT NULL,
        mission_id uuid,
        title text NOT NULL,
        text text NOT NULL,
        state text NOT NULL,
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        opened_by uuid,
        opened_at timestamptz,
        least_number integer,
        least_share integer,
        last_part_at timestamptz,
        closed_by uuid,
        closed_by_name text,
        closed_at timestamptz,
        adopted boolean,
        outcome_reason text,
        minute text,
        row_version integer NOT NULL,
        CONSTRAINT uq_council_decisions_reference UNIQUE (reference),
        CONSTRAINT pk_council_decisions PRIMARY KEY (id),
        CONSTRAINT fk_council_decisions_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id)
      )`);
    await runner.query('CREATE INDEX ix_council_decisions_closed_at ON council_decisions (closed_at)');
    await runner.query(`
      CREATE TABLE council_decision_parts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        decision_id uuid NOT NULL,
        person_id uuid NOT NULL,
        person_name text NOT NULL,
        part text,
        words text NOT NULL,
        by_itself boolean NOT NULL,
        given_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_council_decision_parts_decision_id_person_id UNIQUE (decision_id, person_id),
        CONSTRAINT pk_council_decision_parts PRIMARY KEY (id),
        CONSTRAINT fk_council_decision_parts_decision_id FOREIGN KEY (decision_id) REFERENCES council_decisions(id),
        CONSTRAINT fk_council_decision_parts_person_id FOREIGN KEY (person_id) REFERENCES users(id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['council_decision_parts', 'council_decisions', 'council_register_changes', 'council_quorum_rules', 'council_budgets', 'council_members']) {
      await runner.query(`DROP TABLE ${table} CASCADE`);
    }
  }
}
