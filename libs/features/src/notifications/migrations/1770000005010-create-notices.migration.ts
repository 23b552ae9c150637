import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateNotices1770000005010 implements MigrationInterface {
  name = 'CreateNotices1770000005010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notices (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        path text,
        about text NOT NULL,
        written_at timestamptz NOT NULL,
        read_at timestamptz,
        mailed_at timestamptz,
        CONSTRAINT pk_notices PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX ix_notices_user_id_written_at ON notices (user_id, written_at)`);
    await runner.query(`ALTER TABLE notices ADD CONSTRAINT fk_notices_user_id FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
    await runner.query(`
      CREATE TABLE notice_preferences (
        user_id uuid NOT NULL,
        mail text NOT NULL,
        CONSTRAINT pk_notice_preferences PRIMARY KEY (user_id)
      )`);
    await runner.query(
      `ALTER TABLE notice_preferences ADD CONSTRAINT fk_notice_preferences_user_id FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_preferences');
    await runner.query('DROP TABLE notices');
  }
}
