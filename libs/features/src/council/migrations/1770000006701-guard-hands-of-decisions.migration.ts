import { type MigrationInterface, type QueryRunner } from 'typeorm';

const REGISTER: Record<string, string> = { council_members: 'kept_by', council_budgets: 'kept_by', council_quorum_rules: 'set_by', council_register_changes: 'changed_by' };

/**
 * The council's register and decisions are written by whoever they name: a proposal by its proposer, the opening and the close by the
 * chair who opens and closes, a vote and a recusal by the member whose it is. Of another, nothing is written but a recusal that the
 * register of interests bears out.
 */
export class GuardHandsOfDecisions1770000006701 implements MigrationInterface {
  name = 'GuardHandsOfDecisions1770000006701';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of Object.entries(REGISTER)) {
      await runner.query(`CREATE TRIGGER guard_own_hand BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION guard_own_hand('${column}')`);
    }
    await guardDecisions(runner);
    await guardParts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, table] of [['guard_council_decision_part_hand', 'council_decision_parts'], ['guard_council_decision_hand', 'council_decisions']]) {
      await runner.query(`DROP TRIGGER ${name} ON ${table}`);
      await runner.query(`DROP FUNCTION ${name}()`);
    }
    for (const table of Object.keys(REGISTER)) await runner.query(`DROP TRIGGER guard_own_hand ON ${table}`);
  }
}

async function guardDecisions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_council_decision_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    DECLARE
      whose uuid;
    BEGIN
      IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN
        IF NOT acts_in_office(ARRAY['council-member', 'council-chair'])
           OR (to_jsonb(NEW) - ARRAY['last_part_at', 'row_version']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['last_part_at', 'row_version']) THEN
          RAISE EXCEPTION 'a vote changes nothing of a decision but when its last part was given' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END IF;
      whose := CASE NEW.state WHEN 'proposed' THEN NEW.proposed_by WHEN 'open' THEN NEW.opened_by ELSE NEW.closed_by END;
      IF whose IS DISTINCT FROM acting_person() THEN
        RAISE EXCEPTION 'a decision is proposed, opened, closed and withdrawn in one''s own name' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_council_decision_hand BEFORE INSERT OR UPDATE ON council_decisions FOR EACH ROW EXECUTE FUNCTION guard_council_decision_hand()');
}

async function guardParts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION guard_council_decision_part_hand() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    DECLARE
      decision council_decisions%ROWTYPE;
    BEGIN
      SELECT * INTO decision FROM council_decisions d WHERE d.id = NEW.decision_id;
      IF NEW.by_itself THEN
        IF NOT acts_in_office(ARRAY['council-chair']) OR NEW.part IS DISTINCT FROM 'recused' OR NEW.given_at IS NULL
           OR NOT council_member_is_barred(NEW.person_id, decision.mission_id, (NEW.given_at AT TIME ZONE 'Europe/London')::date) THEN
          RAISE EXCEPTION 'nobody is recused by itself but for an interest that is declared' USING ERRCODE = 'insufficient_privilege';
        END IF;
      ELSIF TG_OP = 'INSERT' THEN
        IF NEW.part IS NOT NULL OR NEW.given_at IS NOT NULL OR decision.opened_by IS DISTINCT FROM acting_person() OR decision.last_part_at IS NOT NULL THEN
          RAISE EXCEPTION 'the parts in a decision are laid out by the chair who opens it, empty, before anybody votes' USING ERRCODE = 'insufficient_privilege';
        END IF;
      ELSIF NEW.person_id IS DISTINCT FROM acting_person() THEN
        RAISE EXCEPTION 'nobody votes or is recused in the name of another' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('CREATE TRIGGER guard_council_decision_part_hand BEFORE INSERT OR UPDATE ON council_decision_parts FOR EACH ROW EXECUTE FUNCTION guard_council_decision_part_hand()');
}
