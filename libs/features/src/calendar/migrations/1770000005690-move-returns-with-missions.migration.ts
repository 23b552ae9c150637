import { type MigrationInterface, type QueryRunner } from 'typeorm';

const DEPARTMENT_KEPT = `
          IF (NEW.id, NEW.kind, NEW.reference, NEW.framework_id, NEW.organisation_id, NEW.mission_id, NEW.created_at)
             IS DISTINCT FROM (OLD.id, OLD.kind, OLD.reference, OLD.framework_id, OLD.organisation_id, OLD.mission_id, OLD.created_at) THEN
            RAISE EXCEPTION 'submission % keeps its kind, reference, department and mission', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;`;

/** What nobody has signed goes with its mission to a department that leads it; whatever was signed stays with whoever signed it. */
const DEPARTMENT_FOLLOWS = `
          IF (NEW.id, NEW.kind, NEW.reference, NEW.framework_id, NEW.mission_id, NEW.created_at)
             IS DISTINCT FROM (OLD.id, OLD.kind, OLD.reference, OLD.framework_id, OLD.mission_id, OLD.created_at) THEN
            RAISE EXCEPTION 'submission % keeps its kind, reference, department and mission', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF NEW.organisation_id <> OLD.organisation_id AND NOT (
               OLD.kind = 'evidence-return' AND OLD.status IN ('draft', 'awaiting-sign-off') AND NEW.status = 'draft'
               AND OLD.delivered_versions = 0 AND NEW.delivered_versions = 0 AND NEW.signed_by IS NULL
               AND EXISTS (SELECT FROM mission_leads l WHERE l.mission_id = NEW.mission_id AND l.organisation_id = NEW.organisation_id)) THEN
            RAISE EXCEPTION 'submission % keeps its kind, reference, department and mission', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;`;

const guardSubmission = (identity: string): string => `
      CREATE OR REPLACE FUNCTION guard_submission() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        barred text;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'submissions are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN${identity}
          IF NEW.delivered_versions < OLD.delivered_versions THEN
            RAISE EXCEPTION 'submission % has delivered version %: that cannot be undone', OLD.reference, OLD.delivered_versions
              USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        IF NEW.signed_by IS NOT NULL AND NEW.signed_by = NEW.drafted_by THEN
          RAISE EXCEPTION 'submission % cannot be signed by whoever wrote it', NEW.reference USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.signed_by IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.signed_by IS DISTINCT FROM OLD.signed_by) THEN
          barred := signer_is_barred(NEW.signed_by, NEW.id, NEW.organisation_id);
          IF barred IS NOT NULL THEN
            RAISE EXCEPTION 'submission % cannot be signed: %', NEW.reference, barred USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`;

/** @param voiding events after which a clearance no longer counts, as an SQL list */
const guardVersion = (voiding: string): string => `
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
        -- The newest of these events is the clearance that the version names, and it is of this content.
        IF (wants_clearance OR NEW.clearance_id IS NOT NULL) AND NOT EXISTS (
             SELECT FROM submission_clearances c
              WHERE c.event_id = NEW.clearance_id AND c.submission_id = NEW.submission_id AND c.checksum = NEW.checksum
                AND c.event_id = (SELECT e.id FROM submission_events e
                                   WHERE e.submission_id = NEW.submission_id AND e.action IN (${voiding})
                                   ORDER BY e.sequence DESC LIMIT 1)) THEN
          RAISE EXCEPTION 'this version cannot be signed: the minister has not cleared these very words' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`;

/** A return that nobody has signed moves with its mission, and the clearance of the last department's minister does not move with it. */
export class MoveReturnsWithMissions1770000005690 implements MigrationInterface {
  name = 'MoveReturnsWithMissions1770000005690';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guardSubmission(DEPARTMENT_FOLLOWS));
    await runner.query(guardVersion(`'save', 'decline', 'clear', 'change-lead'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guardVersion(`'save', 'decline', 'clear'`));
    await runner.query(guardSubmission(DEPARTMENT_KEPT));
  }
}
