import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A quality review of the council’s own is published by the member who acts. */
export class GuardHandsOfQuality1770000006708 implements MigrationInterface {
  name = 'GuardHandsOfQuality1770000006708';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TRIGGER guard_quality_review_hand BEFORE INSERT OR UPDATE ON quality_reviews FOR EACH ROW WHEN (NEW.status = 'published' AND NEW.source IS NULL) EXECUTE FUNCTION guard_own_hand('published_by')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_quality_review_hand ON quality_reviews');
  }
}
