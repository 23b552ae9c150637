import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateUsers1770000001600 implements MigrationInterface {
  name = 'CreateUsers1770000001600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_links (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL,
        secret_hash text NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        spent_at timestamptz,
        CONSTRAINT uq_sign_in_links_secret_hash UNIQUE (secret_hash),
        CONSTRAINT pk_sign_in_links PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE users (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        email text NOT NULL,
        roles text array NOT NULL,
        organisation_id uuid NOT NULL,
        home_organisation_id uuid,
        demo boolean NOT NULL DEFAULT false,
        disabled_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT uq_users_email UNIQUE (email),
        CONSTRAINT pk_users PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_sign_in_links_user_id ON sign_in_links (user_id)`);
    await runner.query(`ALTER TABLE users ADD CONSTRAINT fk_users_organisation_id FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`ALTER TABLE users ADD CONSTRAINT fk_users_home_organisation_id FOREIGN KEY (home_organisation_id) REFERENCES organisations(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE users CASCADE');
    await runner.query('DROP TABLE sign_in_links CASCADE');
  }
}
