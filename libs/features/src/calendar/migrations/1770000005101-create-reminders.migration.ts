import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateReminders1770000005101 implements MigrationInterface {
  name = 'CreateReminders1770000005101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminders (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        submission_id uuid NOT NULL,
        due_on date NOT NULL,
        step integer NOT NULL,
        meant_for date NOT NULL,
        sent_at timestamptz NOT NULL,
        CONSTRAINT uq_reminders_due_on_step_submission_id UNIQUE (submission_id, due_on, step),
        CONSTRAINT pk_reminders PRIMARY KEY (id)
      )`);
    await runner.query(`ALTER TABLE reminders ADD CONSTRAINT fk_reminders_submission_id FOREIGN KEY (submission_id) REFERENCES submissions(id) ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminders');
  }
}
