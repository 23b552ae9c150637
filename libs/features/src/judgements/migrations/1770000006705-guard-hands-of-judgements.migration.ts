import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The council’s judgement is given by the member who acts. */
export class GuardHandsOfJudgements1770000006705 implements MigrationInterface {
  name = 'GuardHandsOfJudgements1770000006705';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT ON judgements FOR EACH ROW WHEN (NEW.kind = 'council') EXECUTE FUNCTION guard_own_hand('given_by')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_own_hand ON judgements');
  }
}
