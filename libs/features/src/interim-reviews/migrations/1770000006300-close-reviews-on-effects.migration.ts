import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A review is closed only when somebody has said what the target has led to: the lead department, or the council where that kept silent or there is none. */
export class CloseReviewsOnEffects1770000006300 implements MigrationInterface {
  name = 'CloseReviewsOnEffects1770000006300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(guard({ orTheCouncil: true, effects: 'NEW.effects_text IS NULL OR ' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guard({ orTheCouncil: false, effects: '' }));
  }
}

const LEAD = `SELECT FROM users u JOIN mission_leads l ON l.organisation_id = u.organisation_id AND l.mission_id = NEW.mission_id
           WHERE u.id = NEW.effects_by AND u.roles && ARRAY['official', 'sro']`;
const COUNCIL = `SELECT FROM users u WHERE u.id = NEW.effects_by AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair']`;

function guard({ orTheCouncil, effects }: { orTheCouncil: boolean; effects: string }): string {
  const who = orTheCouncil ? `${LEAD}\n          UNION ALL ${COUNCIL}` : LEAD;
  const message = orTheCouncil ? 'only the lead department says what its target has led to, or the council where it does not' : 'only the lead department says what its target has led to';
  return `
      CREATE OR REPLACE FUNCTION guard_interim_review() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'interim reviews are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'UPDATE' THEN
          IF OLD.state = 'closed' THEN
            RAISE EXCEPTION 'interim review % is closed', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF (NEW.id, NEW.reference, NEW.mission_id, NEW.interim_on, NEW.opened_at, NEW.effects_due_on)
             IS DISTINCT FROM (OLD.id, OLD.reference, OLD.mission_id, OLD.interim_on, OLD.opened_at, OLD.effects_due_on) THEN
            RAISE EXCEPTION 'interim review % keeps what it was opened on', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF OLD.effects_text IS NOT NULL AND NEW.effects_text IS DISTINCT FROM OLD.effects_text THEN
            RAISE EXCEPTION 'the department has answered interim review % already', OLD.reference USING ERRCODE = 'restrict_violation';
          END IF;
          IF OLD.overdue_at IS NOT NULL AND NEW.overdue_at IS DISTINCT FROM OLD.overdue_at THEN
            RAISE EXCEPTION 'a mark of being overdue stays' USING ERRCODE = 'restrict_violation';
          END IF;
        END IF;
        IF NEW.effects_text IS NOT NULL AND NOT EXISTS (
          ${who}
        ) THEN
          RAISE EXCEPTION '${message}' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.state = 'closed' AND (${effects}NEW.recommendation IS NULL OR NEW.reason IS NULL OR NEW.closed_at IS NULL OR NOT EXISTS (
          SELECT FROM users u WHERE u.id = NEW.decided_by AND u.disabled_at IS NULL AND u.roles && ARRAY['council-member', 'council-chair']
        )) THEN
          RAISE EXCEPTION 'only the council closes an interim review, with a recommendation' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$`;
}
