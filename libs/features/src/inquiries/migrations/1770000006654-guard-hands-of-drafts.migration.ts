import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A recommendation in draft is reworded and taken away, too, by people of the council alone, each in his or her own name. */
export class GuardHandsOfDrafts1770000006654 implements MigrationInterface {
  name = 'GuardHandsOfDrafts1770000006654';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TRIGGER guard_council_hand BEFORE INSERT OR UPDATE OR DELETE ON inquiry_recommendation_drafts FOR EACH ROW EXECUTE FUNCTION guard_council_hand()');
    await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT OR UPDATE ON inquiry_recommendation_drafts FOR EACH ROW EXECUTE FUNCTION guard_own_hand('written_by')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_own_hand ON inquiry_recommendation_drafts');
    await runner.query('DROP TRIGGER guard_council_hand ON inquiry_recommendation_drafts');
  }
}
