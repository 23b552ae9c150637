import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the council recommends, to whom, and what became of it. */
export class CreateRecommendations1770000005900 implements MigrationInterface {
  name = 'CreateRecommendations1770000005900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recommendations (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        reference text NOT NULL,
        source_kind text NOT NULL,
        source_reference text NOT NULL,
        source_path text NOT NULL,
        mission_id uuid,
        addressee_id uuid NOT NULL,
        text text NOT NULL,
        answer_days integer NOT NULL,
        answer_due_on date NOT NULL,
        state text NOT NULL,
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        answer text,
        promise text,
        promised_on date,
        answered_by uuid,
        answered_at timestamptz,
        end_reason text,
        shown text,
        ended_at timestamptz,
        reminded_before integer,
        overdue_at timestamptz,
        promise_overdue_at timestamptz,
        row_version integer NOT NULL,
        CONSTRAINT uq_recommendations_reference UNIQUE (reference),
        CONSTRAINT pk_recommendations PRIMARY KEY (id),
        CONSTRAINT fk_recommendations_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id),
        CONSTRAINT fk_recommendations_addressee_id FOREIGN KEY (addressee_id) REFERENCES organisations(id)
      )`);
    await runner.query('CREATE INDEX ix_recommendations_source_reference ON recommendations (source_reference)');
    await runner.query('CREATE INDEX ix_recommendations_addressee_id ON recommendations (addressee_id)');
    await runner.query(`
      CREATE TABLE recommendation_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        recommendation_id uuid NOT NULL,
        action text NOT NULL,
        to_state text NOT NULL,
        addressee_id uuid NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_recommendation_events PRIMARY KEY (id),
        CONSTRAINT fk_recommendation_events_recommendation_id FOREIGN KEY (recommendation_id) REFERENCES recommendations(id),
        CONSTRAINT fk_recommendation_events_addressee_id FOREIGN KEY (addressee_id) REFERENCES organisations(id)
      )`);
    await runner.query('CREATE INDEX ix_recommendation_events_recommendation_id ON recommendation_events (recommendation_id)');
    await runner.query(`COMMENT ON TABLE recommendation_events IS 'append-only: the timeline of every recommendation'`);
    await runner.query(`SELECT make_append_only('recommendation_events')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recommendation_events CASCADE');
    await runner.query('DROP TABLE recommendations CASCADE');
  }
}
