import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The history of a closing is told by a chair; of its taking effect by the clock too. */
export class GuardHandsOfClosings1770000006653 implements MigrationInterface {
  name = 'GuardHandsOfClosings1770000006653';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_closing_event() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT acts_in_office(ARRAY['council-chair']) AND NOT (NEW.action = 'take-effect' AND acts_as_clock()
             AND EXISTS (SELECT FROM framework_closings c WHERE c.id = NEW.closing_id AND c.state = 'closed')) THEN
          RAISE EXCEPTION 'this move is not theirs to make in a closing: %', NEW.action USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_closing_event BEFORE INSERT ON framework_closing_events FOR EACH ROW EXECUTE FUNCTION guard_closing_event()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_closing_event ON framework_closing_events');
    await runner.query('DROP FUNCTION guard_closing_event()');
  }
}
