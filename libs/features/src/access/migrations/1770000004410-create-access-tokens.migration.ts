import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Tokens of programs, and what was answered to the keys of their requests. */
export class CreateAccessTokens1770000004410 implements MigrationInterface {
  name = 'CreateAccessTokens1770000004410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_tokens (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        sha256 text NOT NULL,
        user_id uuid NOT NULL,
        scopes text array NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT uq_access_tokens_sha256 UNIQUE (sha256),
        CONSTRAINT pk_access_tokens PRIMARY KEY (id),
        CONSTRAINT fk_access_tokens_user_id FOREIGN KEY (user_id) REFERENCES users (id)
      )`);
    await runner.query('CREATE INDEX ix_access_tokens_user_id ON access_tokens (user_id)');
    await runner.query(`
      CREATE TABLE idempotency_keys (
        key text NOT NULL,
        token_id uuid NOT NULL,
        request text NOT NULL,
        body_hash text NOT NULL,
        status smallint,
        answer jsonb,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_idempotency_keys PRIMARY KEY (key, token_id, request),
        CONSTRAINT fk_idempotency_keys_token_id FOREIGN KEY (token_id) REFERENCES access_tokens (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys CASCADE');
    await runner.query('DROP TABLE access_tokens CASCADE');
  }
}
