import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A move on an alert that names somebody is made by that person. */
export class GuardHandsOfAlerts1770000006706 implements MigrationInterface {
  name = 'GuardHandsOfAlerts1770000006706';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT ON alert_events FOR EACH ROW WHEN (NEW.actor_id IS NOT NULL) EXECUTE FUNCTION guard_own_hand('actor_id')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_own_hand ON alert_events');
  }
}
