import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The public register of the council's roles. Whoever holds one before there was a register is entered as such. */
export class CreateCouncilGrants1770000005700 implements MigrationInterface {
  name = 'CreateCouncilGrants1770000005700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE council_grants (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL,
        role text NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        source text NOT NULL,
        person_name text NOT NULL,
        person_offices text NOT NULL,
        reason text NOT NULL,
        proposed_by uuid,
        proposed_by_name text,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text NOT NULL,
        row_version integer NOT NULL,
        CONSTRAINT pk_council_grants PRIMARY KEY (id),
        CONSTRAINT fk_council_grants_person_id FOREIGN KEY (person_id) REFERENCES users(id)
      )`);
    await runner.query(`CREATE UNIQUE INDEX uq_council_grants_waiting ON council_grants (person_id, role) WHERE state = 'proposed'`);
    await runner.query(`
      INSERT INTO council_grants (person_id, role, kind, state, source, person_name, person_offices, reason, proposed_at, decided_at, decision_reason, row_version)
      SELECT u.id, held.role, 'grant', 'confirmed', 'before-register', u.name, o.name, 'Held before the register of roles began', u.created_at, u.created_at, '', 1
        FROM users u JOIN organisations o ON o.id = u.organisation_id CROSS JOIN unnest(u.roles) AS held(role)
       WHERE held.role IN ('reviewer', 'council-member', 'council-chair')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE council_grants');
  }
}
