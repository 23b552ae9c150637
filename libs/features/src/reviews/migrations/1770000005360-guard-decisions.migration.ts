import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { DECISION_BEFORE, REVIEW_BEFORE, REVIEWER_BEFORE } from './guards-before.js';

/**
 * The rules of the four decisions, the second reviewer and the hand-on, for every role and any SQL. The functions name their schema
 * and put the temporary one last, so that no table made in a session can stand in for ours.
 */
export class GuardDecisions1770000005360 implements MigrationInterface {
  name = 'GuardDecisions1770000005360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INTEREST);
    await runner.query(REVIEWER);
    await runner.query(HAS_TEXT);
    await runner.query(REVIEW);
    await runner.query(DECISION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DECISION_BEFORE);
    await runner.query(REVIEW_BEFORE);
    await runner.query('DROP FUNCTION has_text(jsonb)');
    await runner.query(REVIEWER_BEFORE);
    await runner.query('DROP FUNCTION interest_of_reviewer(uuid, uuid)');
  }
}

/** What bars a reviewer beside department and authorship: nothing, until declared interests are kept. */
const INTEREST = `
  CREATE FUNCTION interest_of_reviewer(reviewer uuid, reviewed uuid) RETURNS text LANGUAGE sql STABLE
    SET search_path = waymark, pg_temp AS $$ SELECT NULL::text $$`;

const REVIEWER = `
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
                     AND e.action NOT IN ('start-review', 'hand-back', 'request-changes', 'accept', 'publish-unresolved', 'ask', 'extend'))
        THEN 'the reviewer took part in writing it'
      ELSE interest_of_reviewer(reviewer, reviewed)
    END;
  END $$`;

const HAS_TEXT = `
  CREATE FUNCTION has_text(reasons jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (SELECT FROM jsonb_array_elements(reasons) r WHERE btrim(coalesce(r->>'text', ''), E' \\t\\n\\r') <> '')
  $$`;

const REVIEW = `
  CREATE OR REPLACE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
  DECLARE
    barred text;
    rounds integer;
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
      IF OLD.needs_second AND NOT NEW.needs_second THEN
        RAISE EXCEPTION 'review % needs a second reviewer: that is not taken back', OLD.id USING ERRCODE = 'restrict_violation';
      END IF;
      IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN
         (('queued', 'claimed'), ('claimed', 'queued'), ('claimed', 'decided'), ('claimed', 'proposed'), ('proposed', 'claimed'), ('proposed', 'decided'),
          ('queued', 'closed'), ('claimed', 'closed'), ('proposed', 'closed')) THEN
        RAISE EXCEPTION 'a review cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
      END IF;
      IF OLD.status IN ('claimed', 'proposed') AND NEW.status IN ('claimed', 'proposed', 'decided') AND NEW.reviewer_id IS DISTINCT FROM OLD.reviewer_id THEN
        -- Written beside the change, in the same transaction: nobody takes a review over without a reason on record.
        IF OLD.status <> 'claimed' OR NEW.status <> 'claimed' OR NOT EXISTS (
             SELECT FROM review_events e WHERE e.review_id = OLD.id AND e.action = 'hand-on' AND e.from_id = OLD.reviewer_id AND e.to_id = NEW.reviewer_id
                AND btrim(e.reason, E' \\t\\n\\r') <> '' AND e.at >= OLD.claimed_at AND e.at = NEW.claimed_at) THEN
          RAISE EXCEPTION 'review % is held by another reviewer: it goes through the queue, or is handed on with a reason', OLD.id
            USING ERRCODE = 'restrict_violation';
        END IF;
      END IF;
    ELSIF NEW.status <> 'queued' THEN
      RAISE EXCEPTION 'a review begins in the queue' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NOT coalesce(CASE NEW.status
      WHEN 'queued' THEN NEW.reviewer_id IS NULL AND NEW.claimed_at IS NULL AND NEW.decision IS NULL AND NEW.decided_at IS NULL
        AND NEW.proposed_decision IS NULL AND NEW.second_reviewer_id IS NULL
      WHEN 'claimed' THEN NEW.reviewer_id IS NOT NULL AND NEW.claimed_at IS NOT NULL AND NEW.decision IS NULL AND NEW.decided_at IS NULL
        AND NEW.proposed_decision IS NULL AND NEW.second_reviewer_id IS NULL
      WHEN 'proposed' THEN NEW.reviewer_id IS NOT NULL AND NEW.claimed_at IS NOT NULL AND NEW.decision IS NULL AND NEW.decided_at IS NULL
        AND NEW.second_reviewer_id IS NULL AND NEW.proposed_at IS NOT NULL AND NEW.checks_done_at IS NOT NULL
        AND (NEW.proposed_decision = 'accepted' OR (NEW.proposed_decision = 'accepted-with-reservations' AND has_text(NEW.proposed_reasons)))
      WHEN 'decided' THEN NEW.reviewer_id IS NOT NULL AND NEW.decided_at IS NOT NULL AND NEW.checks_done_at IS NOT NULL
        AND (NEW.decision = 'accepted' OR (NEW.decision IN ('accepted-with-reservations', 'published-unresolved', 'changes-requested') AND has_text(NEW.decision_reasons)))
      WHEN 'closed' THEN NEW.decision IS NULL AND NEW.decided_at IS NULL
    END, false) THEN
      RAISE EXCEPTION 'a review that is % needs its reviewer, its checks, its decision and reasons, and no others', NEW.status
        USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'decided' THEN
      IF NEW.decision IN ('accepted', 'accepted-with-reservations') AND NEW.needs_second THEN
        IF OLD.status <> 'proposed' OR (NEW.decision, NEW.decision_reasons) IS DISTINCT FROM (OLD.proposed_decision, OLD.proposed_reasons)
           OR NEW.second_reviewer_id IS NULL OR NEW.second_reviewer_id = NEW.reviewer_id OR NEW.second_decided_at IS NULL THEN
          RAISE EXCEPTION 'the return claims better than the figures: a second, different reviewer confirms what the first proposed'
            USING ERRCODE = 'insufficient_privilege';
        END IF;
      END IF;
      IF OLD.status = 'proposed' AND NEW.second_reviewer_id IS NULL THEN
        RAISE EXCEPTION 'a proposal is decided by its second reviewer' USING ERRCODE = 'insufficient_privilege';
      END IF;
      SELECT count(*) INTO rounds FROM reviews r WHERE r.submission_id = NEW.submission_id AND r.decision = 'changes-requested';
      IF NEW.decision = 'changes-requested' AND rounds >= 2 THEN
        RAISE EXCEPTION 'changes are asked for twice at most' USING ERRCODE = 'restrict_violation';
      END IF;
      IF NEW.decision = 'published-unresolved' AND rounds < 2 THEN
        RAISE EXCEPTION 'nothing is published unresolved before changes were asked for twice' USING ERRCODE = 'restrict_violation';
      END IF;
    END IF;
    -- At the claim, the hand-on, the proposal and the decision; in between the checks may still be written.
    IF NEW.reviewer_id IS NOT NULL AND NEW.status IN ('claimed', 'proposed', 'decided')
       AND (NEW.status <> OLD.status OR NEW.reviewer_id IS DISTINCT FROM OLD.reviewer_id) THEN
      barred := reviewer_is_barred(NEW.reviewer_id, NEW.submission_id);
      IF barred IS NULL AND NEW.second_reviewer_id IS NOT NULL THEN
        barred := reviewer_is_barred(NEW.second_reviewer_id, NEW.submission_id);
      END IF;
      IF barred IS NOT NULL THEN
        RAISE EXCEPTION 'this review is refused: %', barred USING ERRCODE = 'insufficient_privilege';
      END IF;
    END IF;
    RETURN NEW;
  END $$`;

const DECISION = `
  CREATE OR REPLACE FUNCTION guard_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
  DECLARE
    now_standing submissions%ROWTYPE;
  BEGIN
    -- Only where it moved: writing on after changes were requested needs no reviewer.
    IF TG_OP = 'UPDATE' AND (NEW.status, NEW.delivered_versions) IS NOT DISTINCT FROM (OLD.status, OLD.delivered_versions) THEN
      RETURN NULL;
    END IF;
    SELECT * INTO now_standing FROM submissions WHERE id = NEW.id;
    IF now_standing.status NOT IN ('in-review', 'changes-requested', 'accepted', 'published-unresolved') THEN
      RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM submission_versions v
                    WHERE v.submission_id = now_standing.id AND v.number = now_standing.delivered_versions) THEN
      RAISE EXCEPTION 'submission % cannot be %: version % was never delivered', now_standing.reference, now_standing.status,
        now_standing.delivered_versions USING ERRCODE = 'check_violation';
    END IF;
    -- The window closes by the clock, wherever the reviewer works by then: what stands was sent back and did not come again.
    IF now_standing.status = 'published-unresolved' AND now_standing.standing_version = now_standing.delivered_versions AND EXISTS (
         SELECT FROM reviews r WHERE r.submission_id = now_standing.id AND r.version_number = now_standing.standing_version
            AND r.status = 'decided' AND r.decision = 'changes-requested') THEN
      RETURN NULL;
    END IF;
    IF NOT EXISTS (
      SELECT FROM reviews r JOIN users u ON u.id = r.reviewer_id
       WHERE r.submission_id = now_standing.id AND r.version_number = now_standing.delivered_versions
         AND u.organisation_id <> now_standing.organisation_id
         AND u.home_organisation_id IS DISTINCT FROM now_standing.organisation_id
         AND r.reviewer_id IS DISTINCT FROM now_standing.drafted_by AND r.reviewer_id IS DISTINCT FROM now_standing.signed_by
         AND CASE now_standing.status
               WHEN 'in-review' THEN r.status IN ('claimed', 'proposed')
               WHEN 'accepted' THEN r.status = 'decided' AND r.decision IN ('accepted', 'accepted-with-reservations')
               ELSE r.status = 'decided' AND r.decision = now_standing.status END) THEN
      RAISE EXCEPTION 'submission % cannot be %: no reviewer from outside the department says so of version %', now_standing.reference,
        now_standing.status, now_standing.delivered_versions USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $$`;
