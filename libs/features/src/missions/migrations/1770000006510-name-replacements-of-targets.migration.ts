import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which target stands in the place of which, so that a file that is loaded again does not bring the old one back. */
export class NameReplacementsOfTargets1770000006510 implements MigrationInterface {
  name = 'NameReplacementsOfTargets1770000006510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE targets ADD replaced_by uuid');
    await runner.query('ALTER TABLE targets ADD CONSTRAINT fk_targets_replaced_by FOREIGN KEY (replaced_by) REFERENCES targets(id)');
    // until now the new target's note alone said whose place it took
    await runner.query(`
      UPDATE targets old SET replaced_by = new.id
        FROM targets new JOIN target_versions v ON v.target_id = new.id AND v.number = 1 AND v.interim_review IS NOT NULL
       WHERE new.mission_id = old.mission_id AND new.id <> old.id AND old.role = 'supporting'
         AND starts_with(new.note, 'Stands in the place of “' || old.title || '” since ')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE targets DROP CONSTRAINT fk_targets_replaced_by');
    await runner.query('ALTER TABLE targets DROP replaced_by');
  }
}
