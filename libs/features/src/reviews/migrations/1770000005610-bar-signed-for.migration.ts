import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Whoever had a version signed for them does not review it either: it is theirs as much as the hand's that signed. */
export class BarSignedFor1770000005610 implements MigrationInterface {
  name = 'BarSignedFor1770000005610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reviewerIsBarred('v.drafted_by, v.signed_by, v.signed_for'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reviewerIsBarred('v.drafted_by, v.signed_by'));
  }
}

/** @param makers the columns of a version that name whose words it is */
function reviewerIsBarred(makers: string): string {
  return `
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
      WHEN EXISTS (SELECT FROM submission_versions v WHERE v.submission_id = reviewed AND reviewer IN (${makers}))
        THEN 'the reviewer wrote or signed a version of it'
      WHEN EXISTS (SELECT FROM submission_events e WHERE e.submission_id = reviewed AND e.actor_id = reviewer
                     AND e.action NOT IN ('start-review', 'hand-back', 'request-changes', 'accept', 'publish-unresolved', 'ask', 'extend'))
        THEN 'the reviewer took part in writing it'
      ELSE interest_of_reviewer(reviewer, reviewed)
    END;
  END $$`;
}
