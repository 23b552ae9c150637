import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The council's register and decisions are the council's, whatever SQL is sent: entered by a chair, proposed by a member, opened and
 * closed by a chair, counted as the votes say, and unchanged once closed. Whoever has declared an interest in the mission or its lead
 * department, or comes from it, does not vote.
 */
export class GuardCouncil1770000005711 implements MigrationInterface {
  name = 'GuardCouncil1770000005711';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_council_register() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        by_whom uuid;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'the council''s register is kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        by_whom := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
        IF NOT holds_office(by_whom, ARRAY['council-chair']) THEN
          RAISE EXCEPTION 'only a chair keeps the council''s register' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF TG_TABLE_NAME = 'council_members' AND TG_OP = 'UPDATE' AND (to_jsonb(NEW) ->> 'person_id') <> (to_jsonb(OLD) ->> 'person_id') THEN
          RAISE EXCEPTION 'a term stays with the person whose it is' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    for (const [table, column] of [['council_members', 'kept_by'], ['council_budgets', 'kept_by'], ['council_quorum_rules', 'set_by'], ['council_register_changes', 'changed_by']]) {
      await runner.query(`CREATE TRIGGER guard_council_register BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION guard_council_register('${column}')`);
    }
    await runner.query(`
      CREATE FUNCTION council_member_is_barred(member uuid, mission uuid, on_day date) RETURNS boolean LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT mission IS NOT NULL AND EXISTS (
          SELECT FROM reviewer_interests i
           WHERE i.person_id = member AND i.from_date <= on_day AND (i.to_date IS NULL OR i.to_date >= on_day)
             AND (i.mission_id = mission OR i.organisation_id IN (
                    SELECT l.organisation_id FROM mission_leads l WHERE l.mission_id = mission AND l.from_date <= on_day AND (l.to_date IS NULL OR l.to_date > on_day)))
          UNION ALL
          SELECT FROM users u JOIN mission_leads l ON l.organisation_id IN (u.organisation_id, u.home_organisation_id)
           WHERE u.id = member AND l.mission_id = mission AND l.from_date <= on_day AND (l.to_date IS NULL OR l.to_date > on_day))
      $$`);
    await runner.query(`
      CREATE FUNCTION guard_council_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        voted_for integer;
        voted_against integer;
        present integer;
        members integer;
        came_out text;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'decisions are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'INSERT' THEN
          IF NEW.state <> 'proposed' OR NEW.opened_at IS NOT NULL OR NEW.closed_at IS NOT NULL OR NEW.adopted IS NOT NULL OR NEW.minute IS NOT NULL
             OR NOT holds_office(NEW.proposed_by, ARRAY['council-member', 'council-chair']) THEN
            RAISE EXCEPTION 'a decision is proposed by a member of the council' USING ERRCODE = 'insufficient_privilege';
          END IF;
          RETURN NEW;
        END IF;
        IF OLD.state IN ('closed', 'withdrawn') THEN
          RAISE EXCEPTION 'a decision that is closed stays as it is' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.reference, NEW.subject, NEW.about, NEW.mission_id, NEW.title, NEW.text, NEW.proposed_by, NEW.proposed_by_name, NEW.proposed_at)
           IS DISTINCT FROM (OLD.id, OLD.reference, OLD.subject, OLD.about, OLD.mission_id, OLD.title, OLD.text, OLD.proposed_by, OLD.proposed_by_name, OLD.proposed_at)
           OR (OLD.state = 'open' AND (NEW.opened_by, NEW.opened_at, NEW.least_number, NEW.least_share) IS DISTINCT FROM (OLD.opened_by, OLD.opened_at, OLD.least_number, OLD.least_share)) THEN
          RAISE EXCEPTION 'a decision stays as it was proposed and opened' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state = 'proposed' AND NEW.state = 'open' THEN
          IF NEW.opened_at IS NULL OR NEW.least_number IS NULL OR NEW.least_share IS NULL OR NEW.closed_at IS NOT NULL OR NOT holds_office(NEW.opened_by, ARRAY['council-chair']) THEN
            RAISE EXCEPTION 'a vote is opened by a chair' USING ERRCODE = 'insufficient_privilege';
          END IF;
        ELSIF OLD.state = 'proposed' AND NEW.state = 'withdrawn' THEN
          IF NEW.closed_by IS DISTINCT FROM NEW.proposed_by OR NEW.adopted IS NOT NULL THEN
            RAISE EXCEPTION 'a proposal is withdrawn by whoever made it' USING ERRCODE = 'insufficient_privilege';
          END IF;
        ELSIF OLD.state = 'open' AND NEW.state = 'open' THEN
          IF NEW.closed_at IS NOT NULL OR NEW.adopted IS NOT NULL OR NEW.minute IS NOT NULL THEN
            RAISE EXCEPTION 'an open vote has no outcome' USING ERRCODE = 'check_violation';
          END IF;
        ELSIF OLD.state = 'open' AND NEW.state = 'closed' THEN
          IF NEW.closed_at IS NULL OR coalesce(btrim(NEW.minute), '') = '' OR NOT holds_office(NEW.closed_by, ARRAY['council-chair']) THEN
            RAISE EXCEPTION 'a vote is closed by a chair, with a minute' USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF EXISTS (SELECT FROM council_decision_parts p WHERE p.decision_id = NEW.id AND p.part IN ('for', 'against', 'abstain')
                        AND council_member_is_barred(p.person_id, NEW.mission_id, (NEW.closed_at AT TIME ZONE 'Europe/London')::date)) THEN
            RAISE EXCEPTION 'somebody who has declared an interest has voted' USING ERRCODE = 'check_violation';
          END IF;
          SELECT count(*) FILTER (WHERE p.part = 'for'), count(*) FILTER (WHERE p.part = 'against'), count(*) FILTER (WHERE p.part IN ('for', 'against', 'abstain')), count(*)
            INTO voted_for, voted_against, present, members FROM council_decision_parts p WHERE p.decision_id = NEW.id;
          came_out := CASE WHEN present < greatest(NEW.least_number, ceil(members * NEW.least_share / 100.0)) THEN 'no-quorum'
                           WHEN voted_for > voted_against THEN 'majority' WHEN voted_for = voted_against THEN 'tie' ELSE 'no-majority' END;
          IF NEW.outcome_reason IS DISTINCT FROM came_out OR NEW.adopted IS DISTINCT FROM (came_out = 'majority') THEN
            RAISE EXCEPTION 'a decision comes out as the votes say' USING ERRCODE = 'check_violation';
          END IF;
        ELSE
          RAISE EXCEPTION 'a decision does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_council_decision BEFORE INSERT OR UPDATE OR DELETE ON council_decisions FOR EACH ROW EXECUTE FUNCTION guard_council_decision()');
    await runner.query(`
      CREATE FUNCTION guard_council_decision_part() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        decision council_decisions%ROWTYPE;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'votes are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        SELECT * INTO decision FROM council_decisions d WHERE d.id = NEW.decision_id;
        IF decision.state IS DISTINCT FROM 'open' THEN
          RAISE EXCEPTION 'this vote is not open' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND (OLD.by_itself OR (NEW.id, NEW.decision_id, NEW.person_id, NEW.person_name) IS DISTINCT FROM (OLD.id, OLD.decision_id, OLD.person_id, OLD.person_name)) THEN
          RAISE EXCEPTION 'a part stays with the member whose it is, and a declared interest stays declared' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.part IS NOT NULL AND NEW.part NOT IN ('for', 'against', 'abstain', 'recused') OR (NEW.part = 'recused' AND btrim(NEW.words) = '') THEN
          RAISE EXCEPTION 'this is no part in a decision' USING ERRCODE = 'check_violation';
        END IF;
        IF NOT NEW.by_itself AND NOT holds_office(NEW.person_id, ARRAY['council-member', 'council-chair']) THEN
          RAISE EXCEPTION 'only members of the council vote' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.part IN ('for', 'against', 'abstain') AND (NEW.given_at IS NULL
           OR council_member_is_barred(NEW.person_id, decision.mission_id, (NEW.given_at AT TIME ZONE 'Europe/London')::date)) THEN
          RAISE EXCEPTION 'whoever has declared an interest does not vote' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_council_decision_part BEFORE INSERT OR UPDATE OR DELETE ON council_decision_parts FOR EACH ROW EXECUTE FUNCTION guard_council_decision_part()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_council_decision_part ON council_decision_parts');
    await runner.query('DROP FUNCTION guard_council_decision_part()');
    await runner.query('DROP TRIGGER guard_council_decision ON council_decisions');
    await runner.query('DROP FUNCTION guard_council_decision()');
    await runner.query('DROP FUNCTION council_member_is_barred(uuid, uuid, date)');
    for (const table of ['council_register_changes', 'council_quorum_rules', 'council_budgets', 'council_members']) await runner.query(`DROP TRIGGER guard_council_register ON ${table}`);
    await runner.query('DROP FUNCTION guard_council_register()');
  }
}
