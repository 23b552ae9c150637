import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Closings of frameworks: the announcement, what becomes of each mission, and the last edition. */
export class CreateFrameworkClosings1770000006000 implements MigrationInterface {
  name = 'CreateFrameworkClosings1770000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE frameworks ADD closed_at timestamptz');
    await runner.query(`
      CREATE TABLE framework_closings (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        framework_id uuid NOT NULL,
        state text NOT NULL,
        closes_on date NOT NULL,
        reason text NOT NULL,
        decision_id uuid NOT NULL,
        prepared_by uuid NOT NULL,
        announced_by uuid,
        announced_by_name text,
        announced_at timestamptz,
        closed_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_framework_closings_framework_id UNIQUE (framework_id),
        CONSTRAINT pk_framework_closings PRIMARY KEY (id),
        CONSTRAINT fk_framework_closings_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id),
        CONSTRAINT fk_framework_closings_decision_id FOREIGN KEY (decision_id) REFERENCES council_decisions(id)
      )`);
    await runner.query(`
      CREATE TABLE mission_endings (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        closing_id uuid NOT NULL,
        mission_id uuid NOT NULL,
        outcome text NOT NULL,
        reason text NOT NULL,
        successor_id uuid,
        decided_by uuid NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT uq_mission_endings_closing_id_mission_id UNIQUE (closing_id, mission_id),
        CONSTRAINT pk_mission_endings PRIMARY KEY (id),
        CONSTRAINT fk_mission_endings_closing_id FOREIGN KEY (closing_id) REFERENCES framework_closings(id),
        CONSTRAINT fk_mission_endings_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id),
        CONSTRAINT fk_mission_endings_successor_id FOREIGN KEY (successor_id) REFERENCES missions(id)
      )`);
    await runner.query(`
      CREATE TABLE framework_closing_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        closing_id uuid NOT NULL,
        action text NOT NULL,
        actor_name text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_framework_closing_events PRIMARY KEY (id),
        CONSTRAINT fk_framework_closing_events_closing_id FOREIGN KEY (closing_id) REFERENCES framework_closings(id)
      )`);
    await runner.query('CREATE INDEX ix_framework_closing_events_closing_id ON framework_closing_events (closing_id)');
    await runner.query(`
      CREATE TABLE last_editions (
        framework_id uuid NOT NULL,
        body text NOT NULL,
        checksum text NOT NULL,
        frozen_at timestamptz NOT NULL,
        CONSTRAINT pk_last_editions PRIMARY KEY (framework_id),
        CONSTRAINT fk_last_editions_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id)
      )`);
    const kept = { framework_closing_events: 'the history of every closing', last_editions: 'each framework as it stood when it was closed' };
    for (const [table, what] of Object.entries(kept)) {
      await runner.query(`COMMENT ON TABLE ${table} IS 'append-only: ${what}'`);
      await runner.query(`SELECT make_append_only('${table}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['last_editions', 'framework_closing_events', 'mission_endings', 'framework_closings']) await runner.query(`DROP TABLE ${table} CASCADE`);
    await runner.query('ALTER TABLE frameworks DROP COLUMN closed_at');
  }
}
