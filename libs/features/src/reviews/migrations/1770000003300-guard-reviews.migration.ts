import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The rules of who may review, for every role and any SQL: what the service refuses with reasons, the database refuses too.
 * The functions name their schema and put the temporary one last, so that no table made in a session can stand in for ours.
 */
export class GuardReviews1770000003300 implements MigrationInterface {
  name = 'GuardReviews1770000003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION reviewer_is_barred(reviewer uuid, reviewed uuid) RETURNS text LANGUAGE plpgsql
        SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
        department uuid;
      BEGIN
        -- Shared lock: nobody is moved to the department between this look and the commit.
        SELECT * INTO person FROM users WHERE id = reviewer FOR SHARE;
        SELECT organisation_id INTO department FROM submissions WHERE id = reviewed;
        RETURN CASE
          WHEN person.id IS NULL THEN 'there is no such person'
          WHEN person.disabled_at IS NOT NULL THEN 'the account is disabled'
          WHEN NOT 'reviewer' = ANY (person.roles) THEN 'only a reviewer of the council can review'
          WHEN person.organisation_id = department THEN 'the reviewer belongs to the submitting department'
          WHEN person.home_organisation_id = department THEN 'the reviewer is on secondment from the submitting department'
          WHEN EXISTS (SELECT FROM submission_versions v WHERE v.submission_id = reviewed AND reviewer IN (v.drafted_by, v.signed_by))
            THEN 'the reviewer wrote or signed a version of it'
          WHEN EXISTS (SELECT FROM submission_events e WHERE e.submission_id = reviewed AND e.actor_id = reviewer
                         AND e.action NOT IN ('start-review', 'hand-back', 'request-changes', 'accept'))
            THEN 'the reviewer took part in writing it'
        END;
      END $$`);
    await runner.query(`
      CREATE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        barred text;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'reviews are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF OLD.status IN ('decided', 'closed') THEN
            RAISE EXCEPTION 'review % is %: a finished review is never changed', OLD.id, OLD.status USING ERRCODE = 'restrict_violation';
          END IF;
          IF (NEW.id, NEW.submission_id, NEW.version_number, NEW.queued_at) IS DISTINCT FROM (OLD.id, OLD.submission_id, OLD.version_number, OLD.queued_at) THEN
            RAISE EXCEPTION 'review % stays with the version that it is about', OLD.id USING ERRCODE = 'restrict_violation';
          END IF;
          IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN
             (('queued', 'claimed'), ('claimed', 'queued'), ('claimed', 'decided'), ('queued', 'closed'), ('claimed', 'closed')) THEN
            RAISE EXCEPTION 'a review cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
          END IF;
          IF OLD.status = 'claimed' AND NEW.status IN ('claimed', 'decided') AND NEW.reviewer_id IS DISTINCT FROM OLD.reviewer_id THEN
            RAISE EXCEPTION 'review % is held by another reviewer: it goes through the queue first', OLD.id USING ERRCODE = 'restrict_violation';
          END IF;
        ELSIF NEW.status <> 'queued' THEN
          RAISE EXCEPTION 'a review begins in the queue' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NOT coalesce(CASE NEW.status
          WHEN 'queued' THEN NEW.reviewer_id IS NULL AND NEW.claimed_at IS NULL AND NEW.decision IS NULL AND NEW.decided_at IS NULL
          WHEN 'claimed' THEN NEW.reviewer_id IS NOT NULL AND NEW.claimed_at IS NOT NULL AND NEW.decision IS NULL AND NEW.decided_at IS NULL
          WHEN 'decided' THEN NEW.reviewer_id IS NOT NULL AND NEW.decided_at IS NOT NULL AND NEW.checks_done_at IS NOT NULL
            AND (NEW.decision = 'accepted' OR (NEW.decision = 'changes-requested' AND jsonb_array_length(NEW.decision_reasons) > 0))
          WHEN 'closed' THEN NEW.decision IS NULL AND NEW.decided_at IS NULL
        END, false) THEN
          RAISE EXCEPTION 'a review that is % needs its reviewer, its checks, its decision and reasons, and no others', NEW.status
            USING ERRCODE = 'restrict_violation';
        END IF;
        -- At the claim and again at the decision; in between the checks may still be written.
        IF NEW.reviewer_id IS NOT NULL AND NEW.status <> OLD.status AND NEW.status IN ('claimed', 'decided') THEN
          barred := reviewer_is_barred(NEW.reviewer_id, NEW.submission_id);
          IF barred IS NOT NULL THEN
            RAISE EXCEPTION 'this review is refused: %', barred USING ERRCODE = 'insufficient_privilege';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`CREATE TRIGGER guard_review BEFORE INSERT OR UPDATE OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION guard_review()`);
    await runner.query(`
      CREATE FUNCTION guard_review_check() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT FROM reviews r WHERE r.status IN ('decided', 'closed') AND r.id IN (
             CASE WHEN TG_OP <> 'INSERT' THEN OLD.review_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.review_id END)) THEN
          RAISE EXCEPTION 'the checks of a finished review stay as the reviewer saw them: % refused', TG_OP USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await runner.query(
      `CREATE TRIGGER guard_review_check BEFORE INSERT OR UPDATE OR DELETE ON review_checks FOR EACH ROW EXECUTE FUNCTION guard_review_check()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_review_check ON review_checks');
    await runner.query('DROP FUNCTION guard_review_check()');
    await runner.query('DROP TRIGGER guard_review ON reviews');
    await runner.query('DROP FUNCTION guard_review()');
    await runner.query('DROP FUNCTION reviewer_is_barred(uuid, uuid)');
  }
}
