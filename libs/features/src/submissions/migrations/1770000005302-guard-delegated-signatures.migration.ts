import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who signs, with delegation and minister's clearance, for every role and any SQL. A version knows its day, so the delegation is
 * checked there; the row of the submission takes over only the signature of a version.
 */
export class GuardDelegatedSignatures1770000005302 implements MigrationInterface {
  name = 'GuardDelegatedSignatures1770000005302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION signature_is_barred(signer uuid, in_place_of uuid, signed uuid, department uuid, at timestamptz) RETURNS text LANGUAGE plpgsql
        SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
        sro users%ROWTYPE;
      BEGIN
        -- Shared locks: nobody changes department or role between this look and the commit.
        SELECT * INTO person FROM users WHERE id = signer FOR SHARE;
        SELECT * INTO sro FROM users WHERE id = in_place_of FOR SHARE;
        RETURN CASE
          WHEN person.id IS NULL THEN 'there is no such person'
          WHEN person.disabled_at IS NOT NULL THEN 'the account is disabled'
          WHEN in_place_of IS NULL AND NOT 'sro' = ANY (person.roles) THEN 'only a senior responsible owner can sign'
          WHEN person.organisation_id IS DISTINCT FROM department THEN 'the signer belongs to another department'
          WHEN EXISTS (SELECT FROM submission_events e WHERE e.submission_id = signed AND e.action = 'save' AND e.actor_id = signer)
            THEN 'the signer wrote part of it'
          WHEN in_place_of IS NULL THEN NULL
          WHEN sro.id IS NULL OR sro.disabled_at IS NOT NULL OR NOT 'sro' = ANY (sro.roles) OR sro.organisation_id IS DISTINCT FROM department
            THEN 'nobody signs in place of somebody who is no senior responsible owner of the department'
          WHEN EXISTS (SELECT FROM submission_events e WHERE e.submission_id = signed AND e.action = 'save' AND e.actor_id = in_place_of)
            THEN 'the senior responsible owner wrote part of it'
          WHEN NOT EXISTS (SELECT FROM delegations d
                            WHERE d.delegator_id = in_place_of AND d.delegate_id = signer AND d.organisation_id = department
                              AND (at AT TIME ZONE 'Europe/London')::date BETWEEN d.from_on AND d.to_on
                              AND d.created_at <= at AND (d.ended_at IS NULL OR d.ended_at > at))
            THEN 'no delegation holds on that day'
        END;
      END $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION signer_is_barred(signer uuid, signed uuid, department uuid) RETURNS text LANGUAGE plpgsql
        SET search_path = waymark, pg_temp AS $$
      DECLARE
        delegated submission_versions%ROWTYPE;
      BEGIN
        SELECT * INTO delegated FROM submission_versions v WHERE v.submission_id = signed ORDER BY v.number DESC LIMIT 1;
        IF delegated.signed_by = signer AND delegated.signed_for IS NOT NULL THEN
          RETURN signature_is_barred(signer, delegated.signed_for, signed, department, delegated.submitted_at);
        END IF;
        RETURN signature_is_barred(signer, NULL, signed, department, NULL);
      END $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION guard_version() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        barred text;
        wants_clearance boolean;
      BEGIN
        IF NEW.signed_by = NEW.drafted_by THEN
          RAISE EXCEPTION 'a version cannot be signed by whoever wrote it' USING ERRCODE = 'check_violation';
        END IF;
        SELECT signature_is_barred(NEW.signed_by, NEW.signed_for, s.id, s.organisation_id, NEW.submitted_at), o.wants_clearance INTO barred, wants_clearance
          FROM submissions s JOIN organisations o ON o.id = s.organisation_id WHERE s.id = NEW.submission_id;
        IF barred IS NOT NULL THEN
          RAISE EXCEPTION 'this version cannot be signed: %', barred USING ERRCODE = 'check_violation';
        END IF;
        -- The newest of saves, declines and clearances is the clearance that the version names, and it is of this content.
        IF (wants_clearance OR NEW.clearance_id IS NOT NULL) AND NOT EXISTS (
             SELECT FROM submission_clearances c
              WHERE c.event_id = NEW.clearance_id AND c.submission_id = NEW.submission_id AND c.checksum = NEW.checksum
                AND c.event_id = (SELECT e.id FROM submission_events e
                                   WHERE e.submission_id = NEW.submission_id AND e.action IN ('save', 'decline', 'clear')
                                   ORDER BY e.sequence DESC LIMIT 1)) THEN
          RAISE EXCEPTION 'this version cannot be signed: the minister has not cleared these very words' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION guard_version() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        barred text;
      BEGIN
        IF NEW.signed_by = NEW.drafted_by THEN
          RAISE EXCEPTION 'a version cannot be signed by whoever wrote it' USING ERRCODE = 'check_violation';
        END IF;
        SELECT signer_is_barred(NEW.signed_by, s.id, s.organisation_id) INTO barred FROM submissions s WHERE s.id = NEW.submission_id;
        IF barred IS NOT NULL THEN
          RAISE EXCEPTION 'this version cannot be signed: %', barred USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE OR REPLACE FUNCTION signer_is_barred(signer uuid, signed uuid, department uuid) RETURNS text LANGUAGE plpgsql
        SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
      BEGIN
        -- Shared lock: nobody changes department or role between this look and the commit.
        SELECT * INTO person FROM users WHERE id = signer FOR SHARE;
        RETURN CASE
          WHEN person.id IS NULL THEN 'there is no such person'
          WHEN person.disabled_at IS NOT NULL THEN 'the account is disabled'
          WHEN NOT 'sro' = ANY (person.roles) THEN 'only a senior responsible owner can sign'
          WHEN person.organisation_id IS DISTINCT FROM department THEN 'the signer belongs to another department'
          WHEN EXISTS (SELECT FROM submission_events e WHERE e.submission_id = signed AND e.action = 'save' AND e.actor_id = signer)
            THEN 'the signer wrote part of it'
        END;
      END $$`);
    await runner.query('DROP FUNCTION signature_is_barred(uuid, uuid, uuid, uuid, timestamptz)');
  }
}
