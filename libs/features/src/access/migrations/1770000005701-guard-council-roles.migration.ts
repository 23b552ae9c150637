import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Nobody holds a role of the council without a confirmed line in the public register, whatever SQL is sent: a line is proposed by an
 * administrator or a chair and confirmed by a chair who is another person, neither being the person concerned; the first chair ever by a
 * second administrator. A line of the command line says so itself. Lines are never deleted, and closed ones never changed. Whoever holds
 * such a role is not disabled and keeps their address: both would take the role away, or hand it on, behind the register's back.
 */
export class GuardCouncilRoles1770000005701 implements MigrationInterface {
  name = 'GuardCouncilRoles1770000005701';

  async up(runner: QueryRunner): Promise<void> {
    // How often it was given less how often it was taken: one where it is held.
    await runner.query(`
      CREATE FUNCTION council_role_balance(person uuid, held text) RETURNS integer LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT coalesce(sum(CASE g.kind WHEN 'grant' THEN 1 ELSE -1 END), 0)::integer
          FROM council_grants g WHERE g.person_id = person AND g.role = held AND g.state = 'confirmed'
      $$`);
    await runner.query(`
      CREATE FUNCTION holds_office(person uuid, offices text[]) RETURNS boolean LANGUAGE sql STABLE SET search_path = waymark, pg_temp AS $$
        SELECT EXISTS (SELECT FROM users u WHERE u.id = person AND u.disabled_at IS NULL AND u.roles && offices)
      $$`);
    await runner.query(`
      CREATE FUNCTION guard_council_grant() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        first_chair boolean;
      BEGIN
        IF TG_OP IN ('DELETE', 'TRUNCATE') THEN
          RAISE EXCEPTION 'the register of the council''s roles is kept: % refused', TG_OP USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.role NOT IN ('reviewer', 'council-member', 'council-chair') OR NEW.kind NOT IN ('grant', 'removal') OR btrim(NEW.reason) = '' THEN
          RAISE EXCEPTION 'this is no line of the register of the council''s roles' USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'INSERT' THEN
          IF NEW.source = 'two-people' AND NEW.state = 'proposed' AND NEW.proposed_by <> NEW.person_id AND NEW.decided_by IS NULL
             AND NEW.decided_at IS NULL AND holds_office(NEW.proposed_by, ARRAY['administrator', 'council-chair']) THEN
            RETURN NEW;
          END IF;
          IF NOT (NEW.source = 'command-line' AND NEW.state = 'confirmed' AND NEW.proposed_by IS NULL AND NEW.decided_by IS NULL AND NEW.decided_at IS NOT NULL) THEN
            RAISE EXCEPTION 'a role of the council is proposed by an administrator or a chair, for somebody else' USING ERRCODE = 'insufficient_privilege';
          END IF;
        ELSE
          IF OLD.state <> 'proposed' THEN
            RAISE EXCEPTION 'a line of the register of the council''s roles is closed for good' USING ERRCODE = 'restrict_violation';
          END IF;
          IF (NEW.id, NEW.person_id, NEW.role, NEW.kind, NEW.source, NEW.person_name, NEW.person_offices, NEW.reason, NEW.proposed_by, NEW.proposed_by_name, NEW.proposed_at)
             IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.role, OLD.kind, OLD.source, OLD.person_name, OLD.person_offices, OLD.reason, OLD.proposed_by, OLD.proposed_by_name, OLD.proposed_at) THEN
            RAISE EXCEPTION 'a proposal stays as it was made' USING ERRCODE = 'restrict_violation';
          END IF;
          IF NEW.state NOT IN ('confirmed', 'refused', 'withdrawn') OR NEW.decided_by IS NULL OR NEW.decided_at IS NULL THEN
            RAISE EXCEPTION 'a proposal is confirmed, refused or withdrawn by somebody' USING ERRCODE = 'check_violation';
          END IF;
          IF NEW.state = 'withdrawn' THEN
            IF NEW.decided_by <> NEW.proposed_by THEN
              RAISE EXCEPTION 'a proposal is withdrawn by whoever made it' USING ERRCODE = 'insufficient_privilege';
            END IF;
            RETURN NEW;
          END IF;
          first_chair := NEW.kind = 'grant' AND NEW.role = 'council-chair' AND NOT EXISTS (
            SELECT FROM council_grants g WHERE g.role = 'council-chair' AND g.kind = 'grant' AND g.state = 'confirmed');
          IF NEW.decided_by IN (NEW.proposed_by, NEW.person_id) OR NOT (
             holds_office(NEW.decided_by, ARRAY['council-chair']) OR (first_chair AND holds_office(NEW.decided_by, ARRAY['administrator']))) THEN
            RAISE EXCEPTION 'a role of the council is confirmed by a chair who did not propose it and whom it does not concern' USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF NEW.state = 'refused' THEN RETURN NEW; END IF;
        END IF;
        IF council_role_balance(NEW.person_id, NEW.role) <> (CASE NEW.kind WHEN 'grant' THEN 0 ELSE 1 END) THEN
          RAISE EXCEPTION 'the role is held already, or is not held' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_council_grant BEFORE INSERT OR UPDATE OR DELETE ON council_grants FOR EACH ROW EXECUTE FUNCTION guard_council_grant()');
    await runner.query('CREATE TRIGGER guard_council_grants_whole BEFORE TRUNCATE ON council_grants FOR EACH STATEMENT EXECUTE FUNCTION guard_council_grant()');
    await runner.query(`
      CREATE FUNCTION guard_council_role() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        held text;
      BEGIN
        FOREACH held IN ARRAY ARRAY['reviewer', 'council-member', 'council-chair'] LOOP
          IF (held = ANY (NEW.roles)) <> (council_role_balance(NEW.id, held) = 1) THEN
            -- Between the line and the role of one move both may be ahead; only what this very statement changes is judged.
            IF TG_OP = 'INSERT' OR (held = ANY (NEW.roles)) IS DISTINCT FROM (held = ANY (OLD.roles)) THEN
              RAISE EXCEPTION 'a role of the council is given and taken by two people, in the public register' USING ERRCODE = 'insufficient_privilege';
            END IF;
          END IF;
        END LOOP;
        IF TG_OP = 'UPDATE' AND OLD.roles && ARRAY['reviewer', 'council-member', 'council-chair'] AND NEW.roles && ARRAY['reviewer', 'council-member', 'council-chair'] THEN
          IF NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL THEN
            RAISE EXCEPTION 'somebody of the council is not disabled: their roles are taken first, by two people' USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF NEW.email IS DISTINCT FROM OLD.email THEN
            RAISE EXCEPTION 'somebody of the council keeps the address that they sign in with' USING ERRCODE = 'insufficient_privilege';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_council_role BEFORE INSERT OR UPDATE OF roles, disabled_at, email ON users FOR EACH ROW EXECUTE FUNCTION guard_council_role()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_council_role ON users');
    await runner.query('DROP FUNCTION guard_council_role()');
    await runner.query('DROP TRIGGER guard_council_grants_whole ON council_grants');
    await runner.query('DROP TRIGGER guard_council_grant ON council_grants');
    await runner.query('DROP FUNCTION guard_council_grant()');
    await runner.query('DROP FUNCTION holds_office(uuid, text[])');
    await runner.query('DROP FUNCTION council_role_balance(uuid, text)');
  }
}
