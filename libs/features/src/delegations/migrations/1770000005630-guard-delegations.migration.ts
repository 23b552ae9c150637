import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who lends the right to sign to whom: an SRO to a colleague, for a year at most, kept as it was made until it is ended. */
export class GuardDelegations1770000005630 implements MigrationInterface {
  name = 'GuardDelegations1770000005630';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_delegation() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'delegations are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF (NEW.id, NEW.organisation_id, NEW.delegator_id, NEW.delegate_id, NEW.from_on, NEW.to_on, NEW.reason, NEW.created_at)
             IS DISTINCT FROM (OLD.id, OLD.organisation_id, OLD.delegator_id, OLD.delegate_id, OLD.from_on, OLD.to_on, OLD.reason, OLD.created_at)
             OR (OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.ended_by) IS DISTINCT FROM (OLD.ended_at, OLD.ended_by)) THEN
            RAISE EXCEPTION 'a delegation stays as it was made, and is ended once' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF NEW.delegate_id = NEW.delegator_id OR btrim(NEW.reason, E' \\t\\n\\r') = '' OR NEW.to_on < NEW.from_on OR NEW.to_on - NEW.from_on >= 366
           OR NEW.from_on < (NEW.created_at AT TIME ZONE 'Europe/London')::date OR NEW.ended_at IS NOT NULL OR NEW.ended_by IS NOT NULL THEN
          RAISE EXCEPTION 'a delegation is to somebody else, with a reason, for days to come and a year at most' USING ERRCODE = 'check_violation';
        END IF;
        -- Shared locks: nobody changes department or role between this look and the commit.
        PERFORM FROM users u WHERE u.id = NEW.delegator_id AND u.organisation_id = NEW.organisation_id AND 'sro' = ANY (u.roles) AND u.disabled_at IS NULL FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'only a senior responsible owner of the department delegates' USING ERRCODE = 'check_violation';
        END IF;
        PERFORM FROM users u WHERE u.id = NEW.delegate_id AND u.organisation_id = NEW.organisation_id AND u.disabled_at IS NULL FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'signing is delegated within the department' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_delegation BEFORE INSERT OR UPDATE OR DELETE ON delegations FOR EACH ROW EXECUTE FUNCTION guard_delegation()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_delegation ON delegations');
    await runner.query('DROP FUNCTION guard_delegation()');
  }
}
