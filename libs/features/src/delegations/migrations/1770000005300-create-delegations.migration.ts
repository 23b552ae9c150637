import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateDelegations1770000005300 implements MigrationInterface {
  name = 'CreateDelegations1770000005300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delegations (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        delegator_id uuid NOT NULL,
        delegate_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        reason text NOT NULL,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid,
        row_version integer NOT NULL,
        CONSTRAINT delegations_one_delegate EXCLUDE USING gist (delegator_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (ended_at IS NULL),
        CONSTRAINT delegations_one_delegator EXCLUDE USING gist (delegate_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (ended_at IS NULL),
        CONSTRAINT pk_delegations PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_delegations_from_on_organisation_id ON delegations (organisation_id, from_on)');
    for (const [column, table] of [['organisation_id', 'organisations'], ['delegator_id', 'users'], ['delegate_id', 'users']]) {
      await runner.query(
        `ALTER TABLE delegations ADD CONSTRAINT fk_delegations_${column} FOREIGN KEY (${column}) REFERENCES ${table}(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delegations CASCADE');
  }
}
