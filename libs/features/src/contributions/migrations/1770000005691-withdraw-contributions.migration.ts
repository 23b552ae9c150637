import { type MigrationInterface, type QueryRunner } from 'typeorm';

const guardAnswer = (states: string, further = ''): string => `
      CREATE OR REPLACE FUNCTION guard_contribution_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
      BEGIN
        IF NEW.state NOT IN (${states}) OR (TG_OP = 'INSERT' AND (NEW.state <> 'asked' OR NEW.given_at IS NOT NULL)) THEN
          RAISE EXCEPTION 'a contribution cannot be %', NEW.state USING ERRCODE = 'check_violation';
        END IF;
        IF TG_OP = 'INSERT' THEN
          RETURN NEW;
        END IF;
        IF (NEW.asked_by, NEW.about, NEW.about_label) IS DISTINCT FROM (OLD.asked_by, OLD.about, OLD.about_label) THEN
          RAISE EXCEPTION 'a contribution keeps by whom and about what it was asked' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.state = 'given' AND NEW.state NOT IN ('given', 'drafted')
           OR OLD.state = 'given' AND NEW.state = 'given' AND (NEW.answer, NEW.evidence, NEW.given_at) IS DISTINCT FROM (OLD.answer, OLD.evidence, OLD.given_at) THEN
          RAISE EXCEPTION 'what was given is taken back before it is changed' USING ERRCODE = 'restrict_violation';
        END IF;${further}
        RETURN NEW;
      END $$`;

const WITHDRAWN_ONCE = `
        IF NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn' AND (OLD.state NOT IN ('asked', 'drafted') OR coalesce(btrim(NEW.withdraw_reason), '') = '') THEN
          RAISE EXCEPTION 'only a question that nobody has answered is withdrawn, with a reason' USING ERRCODE = 'check_violation';
        END IF;
        IF OLD.state = 'withdrawn' AND (NEW.state, NEW.withdraw_reason) IS DISTINCT FROM (OLD.state, OLD.withdraw_reason) THEN
          RAISE EXCEPTION 'a question that was withdrawn stays withdrawn' USING ERRCODE = 'restrict_violation';
        END IF;`;

/** A question that went to the wrong body can be withdrawn, with a reason, while nobody has answered it. */
export class WithdrawContributions1770000005691 implements MigrationInterface {
  name = 'WithdrawContributions1770000005691';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE contributions ADD withdraw_reason text');
    await runner.query(guardAnswer(`'asked', 'drafted', 'given', 'declined', 'not-given', 'withdrawn'`, WITHDRAWN_ONCE));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guardAnswer(`'asked', 'drafted', 'given', 'declined', 'not-given'`));
    await runner.query('ALTER TABLE contributions DROP COLUMN withdraw_reason');
  }
}
