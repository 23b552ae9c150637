import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The days of a submission: as first due, as extended, when the window closes; the mark of being late; rounds with the council. */
export class DateSubmissions1770000005030 implements MigrationInterface {
  name = 'DateSubmissions1770000005030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submissions ADD first_due_on date');
    await runner.query('UPDATE submissions SET first_due_on = due_on');
    // The guard's deferred triggers have their events first: an altered table must have none pending.
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
    await runner.query('ALTER TABLE submissions ALTER first_due_on SET NOT NULL');
    await runner.query(`ALTER TABLE submissions ADD extensions integer NOT NULL DEFAULT '0'`);
    await runner.query('ALTER TABLE submissions ADD closes_on date');
    await runner.query('ALTER TABLE submissions ADD overdue_at timestamptz');
    await runner.query(`ALTER TABLE submissions ADD rounds_sent_back integer NOT NULL DEFAULT '0'`);
    await runner.query(`
      UPDATE submissions s SET rounds_sent_back = (SELECT count(*) FROM submission_events e WHERE e.submission_id = s.id AND e.action = 'request-changes')
       WHERE EXISTS (SELECT FROM submission_events e WHERE e.submission_id = s.id AND e.action = 'request-changes')`);
    await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['rounds_sent_back', 'overdue_at', 'closes_on', 'extensions', 'first_due_on']) await runner.query(`ALTER TABLE submissions DROP COLUMN ${column}`);
  }
}
