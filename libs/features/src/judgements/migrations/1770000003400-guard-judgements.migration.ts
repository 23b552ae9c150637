import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Whose word is whose holds in the database too: the council's judgement is given by one of its members, a department's comes
 * with an evidence return of that mission that the council has accepted, and a computed one is given by nobody. The function
 * puts the temporary schema last, so that no table made in a session can stand in for ours.
 */
export class GuardJudgements1770000003400 implements MigrationInterface {
  name = 'GuardJudgements1770000003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_judgement() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.kind = 'council' AND NEW.verdict IS NOT NULL AND EXISTS (
          SELECT FROM users u
           WHERE u.id = NEW.given_by AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair']
        ) THEN RETURN NEW; END IF;
        IF NEW.kind = 'department' AND NEW.rating IS NOT NULL AND EXISTS (
          SELECT FROM submission_versions v
            JOIN submissions s ON s.id = v.submission_id
            JOIN reviews r ON r.submission_id = v.submission_id AND r.version_number = v.number
           WHERE v.id = NEW.submission_version_id AND v.signed_by = NEW.given_by
             AND s.kind = 'evidence-return' AND s.mission_id = NEW.mission_id AND r.decision = 'accepted'
        ) THEN RETURN NEW; END IF;
        IF NEW.kind = 'computed' AND NEW.verdict IS NOT NULL AND NEW.target_id IS NOT NULL AND NEW.given_by IS NULL
        THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'a % judgement may not be given like this', NEW.kind USING ERRCODE = 'check_violation';
      END $$`);
    await runner.query('CREATE TRIGGER guard_judgement BEFORE INSERT ON judgements FOR EACH ROW EXECUTE FUNCTION guard_judgement()');
    await runner.query(
      `CREATE UNIQUE INDEX uq_judgements_department_version ON judgements (submission_version_id) WHERE kind = 'department'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX uq_judgements_department_version');
    await runner.query('DROP TRIGGER guard_judgement ON judgements');
    await runner.query('DROP FUNCTION guard_judgement()');
  }
}
