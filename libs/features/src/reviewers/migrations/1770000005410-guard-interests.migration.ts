import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A declared interest bars its holder from claiming, proposing, deciding and confirming, for every role and any SQL. The day is that of
 * the move itself, never before the delivery came into the queue: a claim cannot be dated back to a time without the interest.
 */
export class GuardInterests1770000005410 implements MigrationInterface {
  name = 'GuardInterests1770000005410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION guard_reviewer_interest() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'interests are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.mission_id IS NULL) = (NEW.organisation_id IS NULL) THEN
          RAISE EXCEPTION 'an interest is in a mission or in an organisation' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.to_date < NEW.from_date THEN
          RAISE EXCEPTION 'an interest ends after it began' USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF (NEW.id, NEW.person_id, NEW.mission_id, NEW.organisation_id, NEW.what, NEW.from_date, NEW.declared_at)
             IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.mission_id, OLD.organisation_id, OLD.what, OLD.from_date, OLD.declared_at) THEN
            RAISE EXCEPTION 'an interest stays as it was declared' USING ERRCODE = 'restrict_violation';
          END IF;
          IF NEW.to_date IS DISTINCT FROM OLD.to_date AND (NEW.to_date IS NULL OR NEW.to_date > OLD.to_date
             OR NEW.ended_at IS NULL OR NEW.to_date < (NEW.ended_at AT TIME ZONE 'Europe/London')::date) THEN
            RAISE EXCEPTION 'an interest ends on the day it is ended or later, and never later than declared' USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(
      'CREATE TRIGGER guard_reviewer_interest BEFORE INSERT OR UPDATE OR DELETE ON reviewer_interests FOR EACH ROW EXECUTE FUNCTION guard_reviewer_interest()',
    );
    // Without a day: whether they held one at any time since the delivery came into the queue.
    await runner.query(`
      CREATE FUNCTION reviewer_has_interest(reviewer uuid, reviewed uuid, on_day date DEFAULT NULL) RETURNS boolean LANGUAGE sql STABLE
        SET search_path = waymark, pg_temp AS $$
        SELECT EXISTS (
          SELECT FROM reviewer_interests i JOIN submissions s ON s.id = reviewed
           WHERE i.person_id = reviewer
             AND (on_day IS NULL OR i.from_date <= on_day)
             AND (i.to_date IS NULL OR i.to_date >= coalesce(on_day,
                   (SELECT max((r.queued_at AT TIME ZONE 'Europe/London')::date) FROM reviews r WHERE r.submission_id = reviewed), i.to_date))
             AND (i.organisation_id = s.organisation_id OR i.mission_id = s.mission_id
                  OR (s.kind = 'delivery-plan' AND EXISTS (
                        SELECT FROM mission_leads l
                         WHERE l.mission_id = i.mission_id AND l.organisation_id = s.organisation_id
                           AND daterange(l.from_date, l.to_date, '[)') && daterange(s.covers_from, s.covers_to, '[]'))))
        )
      $$`);
    await runner.query(`
      CREATE FUNCTION guard_review_interest() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        moved_at timestamptz := greatest(NEW.queued_at, NEW.claimed_at, NEW.proposed_at, NEW.decided_at, NEW.second_decided_at);
        on_day date := (moved_at AT TIME ZONE 'Europe/London')::date;
      BEGIN
        IF NEW.reviewer_id IS NOT NULL
           AND (NEW.reviewer_id IS DISTINCT FROM OLD.reviewer_id OR (NEW.status <> OLD.status AND NEW.status IN ('proposed', 'decided')))
           AND reviewer_has_interest(NEW.reviewer_id, NEW.submission_id, on_day) THEN
          RAISE EXCEPTION 'this review is refused: the reviewer has declared an interest' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF NEW.second_reviewer_id IS NOT NULL AND NEW.second_reviewer_id IS DISTINCT FROM OLD.second_reviewer_id
           AND reviewer_has_interest(NEW.second_reviewer_id, NEW.submission_id, on_day) THEN
          RAISE EXCEPTION 'this review is refused: the second reviewer has declared an interest' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query('CREATE TRIGGER guard_review_interest BEFORE UPDATE ON reviews FOR EACH ROW EXECUTE FUNCTION guard_review_interest()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER guard_review_interest ON reviews');
    await runner.query('DROP FUNCTION guard_review_interest()');
    await runner.query('DROP FUNCTION reviewer_has_interest(uuid, uuid, date)');
    await runner.query('DROP TRIGGER guard_reviewer_interest ON reviewer_interests');
    await runner.query('DROP FUNCTION guard_reviewer_interest()');
  }
}
