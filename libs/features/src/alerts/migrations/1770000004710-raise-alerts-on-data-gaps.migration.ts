import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** An alert stands on a judgement or on an overdue data gap: on exactly one of them. */
export class RaiseAlertsOnDataGaps1770000004710 implements MigrationInterface {
  name = 'RaiseAlertsOnDataGaps1770000004710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alerts ADD data_gap_id uuid');
    await runner.query('ALTER TABLE alerts ADD CONSTRAINT fk_alerts_data_gap_id FOREIGN KEY (data_gap_id) REFERENCES data_gaps(id)');
    await runner.query('ALTER TABLE alerts ADD CONSTRAINT ck_alerts_one_ground CHECK (num_nonnulls(judgement_id, data_gap_id) = 1)');
    await runner.query(guardAlert(['judgement_id', 'data_gap_id']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(guardAlert(['judgement_id']));
    await runner.query('ALTER TABLE alerts DROP CONSTRAINT ck_alerts_one_ground');
    await runner.query('ALTER TABLE alerts DROP data_gap_id');
  }
}

/** What an alert stands on never changes. */
function guardAlert(grounds: string[]): string {
  const kept = ['id', 'reference', 'kind', 'dedupe_key', 'mission_id', 'target_id', ...grounds, 'sentence', 'raised_at', 'response_due_on'];
  const of = (row: 'NEW' | 'OLD'): string => kept.map((column) => `${row}.${column}`).join(', ');
  return `
    CREATE OR REPLACE FUNCTION guard_alert() RETURNS trigger LANGUAGE plpgsql SET search_path = waymark, pg_temp AS $$
    BEGIN
      IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'alerts are kept: DELETE refused' USING ERRCODE = 'restrict_violation';
      END IF;
      IF TG_OP = 'UPDATE' AND (${of('NEW')}) IS DISTINCT FROM (${of('OLD')}) THEN
        RAISE EXCEPTION 'alert % keeps what it was raised on and the day its answer is due', OLD.reference USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`;
}
