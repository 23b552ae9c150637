import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Drafts of letters that are not sent after all: let go by whoever wrote them or by a chair, with a reason, and kept. */
export class DropDraftLetters1770000006010 implements MigrationInterface {
  name = 'DropDraftLetters1770000006010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE letters ADD COLUMN dropped_by uuid, ADD COLUMN dropped_at timestamptz, ADD COLUMN drop_reason text,
        ADD CONSTRAINT fk_letters_dropped_by FOREIGN KEY (dropped_by) REFERENCES users(id)`);
    await runner.query(GUARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(GUARD_BEFORE);
    await runner.query('ALTER TABLE letters DROP COLUMN drop_reason, DROP COLUMN dropped_at, DROP COLUMN dropped_by');
  }
}

const GUARD = `
      CREATE OR REPLACE FUNCTION guard_letter() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'letters are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.status = 'published' THEN
          RAISE EXCEPTION 'letter % is published and stays as it is', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.status = 'dropped' THEN
          RAISE EXCEPTION 'letter % was dropped and stays as it is', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.status = 'dropped') <> (NEW.dropped_by IS NOT NULL AND NEW.dropped_at IS NOT NULL AND trim(coalesce(NEW.drop_reason, '')) <> '') OR (TG_OP = 'INSERT' AND NEW.status = 'dropped') THEN
          RAISE EXCEPTION 'letter % is dropped as a draft, by somebody and with a reason', NEW.reference USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.status = 'dropped' THEN
          SELECT * INTO person FROM users WHERE id = NEW.dropped_by AND disabled_at IS NULL;
          IF NOT coalesce(
            (person.roles && ARRAY['council-chair'] OR (person.roles && ARRAY['council-member']
              AND person.id = (SELECT saved_by FROM letter_versions WHERE letter_id = NEW.id AND saved_by IS NOT NULL ORDER BY number LIMIT 1)))
            AND (NEW.organisation_id IS NULL OR (person.organisation_id IS DISTINCT FROM NEW.organisation_id AND person.home_organisation_id IS DISTINCT FROM NEW.organisation_id)), false) THEN
            RAISE EXCEPTION 'letter % is not theirs to drop', NEW.reference USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF (NEW.subject, NEW.body, NEW.addressees, NEW.direction, NEW.kind) IS DISTINCT FROM (OLD.subject, OLD.body, OLD.addressees, OLD.direction, OLD.kind) THEN
            RAISE EXCEPTION 'letter % is dropped as it was', NEW.reference USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        IF NEW.status = 'published' THEN
          SELECT * INTO person FROM users WHERE id = NEW.signed_by AND disabled_at IS NULL;
          IF NOT coalesce(CASE NEW.direction
            WHEN 'out' THEN person.roles && ARRAY['council-member', 'council-chair']
              AND (NEW.organisation_id IS NULL OR (person.organisation_id IS DISTINCT FROM NEW.organisation_id AND person.home_organisation_id IS DISTINCT FROM NEW.organisation_id))
            WHEN 'in' THEN person.roles && ARRAY['reviewer', 'council-member', 'council-chair']
          END, false) THEN
            RAISE EXCEPTION 'letter % is not theirs to sign', NEW.reference USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF NEW.kind = 'escalation' AND NOT (NEW.addressees @> '[{"kind": "secretary-of-state"}]' AND NEW.addressees @> '[{"kind": "select-committee"}]') THEN
            RAISE EXCEPTION 'letter % goes to the Secretary of State and to the select committee', NEW.reference USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`;

const GUARD_BEFORE = `
      CREATE OR REPLACE FUNCTION guard_letter() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      DECLARE
        person users%ROWTYPE;
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'letters are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.status = 'published' THEN
          RAISE EXCEPTION 'letter % is published and stays as it is', OLD.reference USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.status = 'published' THEN
          SELECT * INTO person FROM users WHERE id = NEW.signed_by AND disabled_at IS NULL;
          IF NOT coalesce(CASE NEW.direction
            WHEN 'out' THEN person.roles && ARRAY['council-member', 'council-chair']
              AND (NEW.organisation_id IS NULL OR (person.organisation_id IS DISTINCT FROM NEW.organisation_id AND person.home_organisation_id IS DISTINCT FROM NEW.organisation_id))
            WHEN 'in' THEN person.roles && ARRAY['reviewer', 'council-member', 'council-chair']
          END, false) THEN
            RAISE EXCEPTION 'letter % is not theirs to sign', NEW.reference USING ERRCODE = 'insufficient_privilege';
          END IF;
          IF NEW.kind = 'escalation' AND NOT (NEW.addressees @> '[{"kind": "secretary-of-state"}]' AND NEW.addressees @> '[{"kind": "select-committee"}]') THEN
            RAISE EXCEPTION 'letter % goes to the Secretary of State and to the select committee', NEW.reference USING ERRCODE = 'check_violation';
          END IF;
        END IF;
        RETURN NEW;
      END $$`;
