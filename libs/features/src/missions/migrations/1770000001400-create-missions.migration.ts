import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateMissions1770000001400 implements MigrationInterface {
  name = 'CreateMissions1770000001400';

  async up(runner: QueryRunner): Promise<void> {
    // Lets the exclusion constraint compare uuids; a trusted extension, so the owner of the database may make it.
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(`
      CREATE TABLE mission_leads (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        mission_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        from_date date NOT NULL,
        to_date date,
        basis text NOT NULL,
        CONSTRAINT mission_leads_never_two EXCLUDE USING gist (mission_id WITH =, daterange(from_date, to_date, '[)') WITH &&),
        CONSTRAINT pk_mission_leads PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE targets (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        mission_id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        clause_key text NOT NULL,
        metric_id integer,
        role text NOT NULL,
        rule jsonb NOT NULL,
        areas jsonb,
        baseline jsonb,
        decides jsonb,
        milestones jsonb NOT NULL,
        not_comparable text,
        note text,
        position integer NOT NULL,
        CONSTRAINT uq_targets_mission_id_slug UNIQUE (mission_id, slug),
        CONSTRAINT pk_targets PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE missions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        framework_id uuid NOT NULL,
        slug text NOT NULL,
        number integer NOT NULL,
        focus_area text NOT NULL,
        objective_slug text NOT NULL,
        statement text NOT NULL,
        scope text NOT NULL,
        maturity text NOT NULL,
        clauses jsonb NOT NULL,
        open_terms jsonb NOT NULL,
        expert_verdicts jsonb NOT NULL,
        headline_metrics text array NOT NULL,
        contributors text array NOT NULL,
        CONSTRAINT uq_missions_framework_id_number UNIQUE (framework_id, number),
        CONSTRAINT uq_missions_framework_id_slug UNIQUE (framework_id, slug),
        CONSTRAINT pk_missions PRIMARY KEY (id)
      )`);
    await runner.query(`ALTER TABLE mission_leads ADD CONSTRAINT fk_mission_leads_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id) ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE mission_leads ADD CONSTRAINT fk_mission_leads_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE targets ADD CONSTRAINT fk_targets_mission_id FOREIGN KEY (mission_id) REFERENCES missions(id) ON DELETE CASCADE ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE targets ADD CONSTRAINT fk_targets_metric_id FOREIGN KEY (metric_id) REFERENCES metrics(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE missions ADD CONSTRAINT fk_missions_framework_id FOREIGN KEY (framework_id) REFERENCES frameworks(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE missions CASCADE');
    await runner.query('DROP TABLE targets CASCADE');
    await runner.query('DROP TABLE mission_leads CASCADE');
  }
}
