/** The guards as they were before the four decisions: what a migration backwards puts in their place again. */

export const REVIEWER_BEFORE = `
  CREATE OR REPLACE FUNCTION reviewer_is_barred(reviewer uuid, reviewed uuid) RETURNS text LANGUAGE plpgsql
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
  END $$`;

export const REVIEW_BEFORE = `
  CREATE OR REPLACE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
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
  END $$`;

export const DECISION_BEFORE = `
  CREATE OR REPLACE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
  DECLARE
    now_standing submissions%ROWTYPE;
  BEGIN
    -- Only where it moved: writing on after changes were requested needs no reviewer.
    IF TG_OP = 'UPDATE' AND (NEW.status, NEW.delivered_versions) IS NOT DISTINCT FROM (OLD.status, OLD.delivered_versions) THEN
      RETURN NULL;
    END IF;
    SELECT * INTO now_standing FROM submissions WHERE id = NEW.id;
    IF now_standing.status NOT IN ('in-review', 'changes-requested', 'accepted') THEN
      RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM submission_versions v
                    WHERE v.submission_id = now_standing.id AND v.number = now_standing.delivered_versions) THEN
      RAISE EXCEPTION 'submission % cannot be %: version % was never delivered', now_standing.reference, now_standing.status,
        now_standing.delivered_versions USING ERRCODE = 'check_violation';
    END IF;
    IF NOT EXISTS (
      SELECT FROM reviews r JOIN users u ON u.id = r.reviewer_id
       WHERE r.submission_id = now_standing.id AND r.version_number = now_standing.delivered_versions
         AND u.organisation_id <> now_standing.organisation_id
         AND u.home_organisation_id IS DISTINCT FROM now_standing.organisation_id
         AND r.reviewer_id IS DISTINCT FROM now_standing.drafted_by AND r.reviewer_id IS DISTINCT FROM now_standing.signed_by
         AND CASE now_standing.status WHEN 'in-review' THEN r.status = 'claimed' ELSE r.decision = now_standing.status END) THEN
      RAISE EXCEPTION 'submission % cannot be %: no reviewer from outside the department says so of version %', now_standing.reference,
        now_standing.status, now_standing.delivered_versions USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$`;
