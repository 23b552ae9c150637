import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** E-mail addresses lie in two columns, each of a row that can be deleted; all else hangs on the subscriber and goes with it. */
export class CreateSubscriptions1770000006051 implements MigrationInterface {
  name = 'CreateSubscriptions1770000006051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE subscribers (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        email text NOT NULL,
        confirmed_at timestamptz NOT NULL,
        CONSTRAINT uq_subscribers_email UNIQUE (email),
        CONSTRAINT pk_subscribers PRIMARY KEY (id)
      )`);
    await runner.query(`
      CREATE TABLE subscriptions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        subscriber_id uuid NOT NULL,
        subject text NOT NULL,
        rhythm text NOT NULL,
        since timestamptz NOT NULL,
        CONSTRAINT uq_subscriptions_subject_subscriber_id UNIQUE (subscriber_id, subject),
        CONSTRAINT pk_subscriptions PRIMARY KEY (id),
        CONSTRAINT fk_subscriptions_subscriber_id FOREIGN KEY (subscriber_id) REFERENCES subscribers(id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE subscription_requests (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        email text,
        subject text NOT NULL,
        rhythm text NOT NULL,
        secret_hash text NOT NULL,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        subscriber_id uuid,
        CONSTRAINT uq_subscription_requests_secret_hash UNIQUE (secret_hash),
        CONSTRAINT pk_subscription_requests PRIMARY KEY (id),
        CONSTRAINT fk_subscription_requests_subscriber_id FOREIGN KEY (subscriber_id) REFERENCES subscribers(id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_subscription_requests_expires_at ON subscription_requests (expires_at)');
    await runner.query(`
      CREATE TABLE subscription_attempts (
        id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
        key_hash text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT pk_subscription_attempts PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX ix_subscription_attempts_at_key_hash ON subscription_attempts (key_hash, at)');
    await runner.query(`
      CREATE TABLE subscription_tellings (
        subscriber_id uuid NOT NULL,
        change_id text NOT NULL,
        told_at timestamptz NOT NULL,
        CONSTRAINT pk_subscription_tellings PRIMARY KEY (subscriber_id, change_id),
        CONSTRAINT fk_subscription_tellings_subscriber_id FOREIGN KEY (subscriber_id) REFERENCES subscribers(id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX ix_subscription_tellings_told_at ON subscription_tellings (told_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['subscription_tellings', 'subscription_attempts', 'subscription_requests', 'subscriptions', 'subscribers']) await runner.query(`DROP TABLE ${table}`);
  }
}
