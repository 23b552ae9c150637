import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who asks, who answers, and who writes to the file; what was said stays, for every role and any SQL. */
export class GuardQuestions1770000005370 implements MigrationInterface {
  name = 'GuardQuestions1770000005370';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_review_question() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        asked reviews%ROWTYPE;
        department uuid;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'questions are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        SELECT * INTO asked FROM reviews WHERE id = NEW.review_id;
        IF TG_OP = 'INSERT' THEN
          IF asked.status IS DISTINCT FROM 'claimed' OR asked.reviewer_id IS DISTINCT FROM NEW.asked_by
             OR (asked.submission_id, asked.version_number) IS DISTINCT FROM (NEW.submission_id, NEW.version_number) THEN
            RAISE EXCEPTION 'a question is asked by the holder of the review, about its version' USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF NEW.answered_at IS NOT NULL OR NEW.answer IS NOT NULL OR NEW.withdrawn_at IS NOT NULL OR NEW.overdue_at IS NOT NULL THEN
            RAISE EXCEPTION 'a question begins open' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END IF;
        IF OLD.answered_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
          RAISE EXCEPTION 'question % is answered or withdrawn: it stays as it is', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.review_id, NEW.submission_id, NEW.version_number, NEW.section, NEW.text, NEW.asked_by, NEW.asked_by_name, NEW.asked_at, NEW.due_on)
           IS DISTINCT FROM (OLD.id, OLD.review_id, OLD.submission_id, OLD.version_number, OLD.section, OLD.text, OLD.asked_by, OLD.asked_by_name, OLD.asked_at, OLD.due_on)
           OR (OLD.overdue_at IS NOT NULL AND NEW.overdue_at IS DISTINCT FROM OLD.overdue_at) THEN
          RAISE EXCEPTION 'question % stays as it was asked', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.answered_at IS NOT NULL AND NEW.withdrawn_at IS NOT NULL THEN
          RAISE EXCEPTION 'a question is answered or withdrawn, not both' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.withdrawn_at IS NOT NULL AND btrim(coalesce(NEW.withdrawn_reason, '')) = '' THEN
          RAISE EXCEPTION 'a question is withdrawn with a reason' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.answered_at IS NOT NULL THEN
          SELECT organisation_id INTO department FROM submissions WHERE id = NEW.submission_id;
          IF btrim(coalesce(NEW.answer, '')) = '' OR NOT EXISTS (
               SELECT FROM users u WHERE u.id = NEW.answered_by AND u.disabled_at IS NULL AND u.organisation_id = department AND u.roles && ARRAY['official', 'sro']) THEN
            RAISE EXCEPTION 'a question is answered in words, by the department that was asked' USING ERRCODE = 'insufficient_privilege';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(
      `CREATE TRIGGER guard_review_question BEFORE INSERT OR UPDATE OR DELETE ON review_questions FOR EACH ROW EXECUTE FUNCTION guard_review_question()`,
    );
    await runner.query(`
      CREATE FUNCTION guard_review_note() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM users u, submissions s WHERE u.id = NEW.author_id AND s.id = NEW.submission_id AND u.disabled_at IS NULL
                         AND u.organisation_id IS DISTINCT FROM s.organisation_id AND u.roles && ARRAY['reviewer', 'council-member', 'council-chair']) THEN
          RAISE EXCEPTION 'a note to the file is written by the council' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER guard_review_note BEFORE INSERT ON review_notes FOR EACH ROW EXECUTE FUNCTION guard_review_note()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_review_note ON review_notes');
    await runner.query('DROP FUNCTION guard_review_note()');
    await runner.query('DROP TRIGGER guard_review_question ON review_questions');
    await runner.query('DROP FUNCTION guard_review_question()');
  }
}
