import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A department's rating is set beside the figures when its return is public: accepted, with reservations or without, or published unresolved. */
export class JudgeUnresolvedReturns1770000005380 implements MigrationInterface {
  name = 'JudgeUnresolvedReturns1770000005380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION guard_judgement() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
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
         AND s.kind = 'evidence-return' AND s.mission_id = NEW.mission_id AND (
             r.decision IN ('accepted', 'accepted-with-reservations', 'published-unresolved')
             OR (r.decision = 'changes-requested' AND s.status = 'published-unresolved' AND v.number = s.standing_version))
    ) THEN RETURN NEW; END IF;
    IF NEW.kind = 'computed' AND NEW.verdict IS NOT NULL AND NEW.target_id IS NOT NULL AND NEW.given_by IS NULL
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a % judgement may not be given like this', NEW.kind USING ERRCODE = 'check_violation';
  END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION guard_judgement() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
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
  }
}
