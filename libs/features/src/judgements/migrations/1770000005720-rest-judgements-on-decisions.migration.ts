import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The council's judgement may rest on a decision that it took together: an adopted one, on its judgement of that very mission. */
export class RestJudgementsOnDecisions1770000005720 implements MigrationInterface {
  name = 'RestJudgementsOnDecisions1770000005720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE judgements ADD council_decision_id uuid');
    await runner.query('ALTER TABLE judgements ADD CONSTRAINT fk_judgements_council_decision_id FOREIGN KEY (council_decision_id) REFERENCES council_decisions(id) ON DELETE NO ACTION ON UPDATE NO ACTION');
    await runner.query(`
      CREATE FUNCTION guard_judgement_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.council_decision_id IS NOT NULL AND (NEW.kind <> 'council' OR NOT EXISTS (
             SELECT FROM council_decisions d WHERE d.id = NEW.council_decision_id AND d.state = 'closed' AND d.adopted AND d.subject = 'council-judgement' AND d.mission_id = NEW.mission_id)) THEN
          RAISE EXCEPTION 'a judgement rests on an adopted decision of the council on that mission' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_judgement_decision BEFORE INSERT ON judgements FOR EACH ROW EXECUTE FUNCTION guard_judgement_decision()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_judgement_decision ON judgements');
    await runner.query('DROP FUNCTION guard_judgement_decision()');
    await runner.query('ALTER TABLE judgements DROP COLUMN council_decision_id');
  }
}
