import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A target as it was first published stays, whatever becomes of it: it is judged for ever beside the current one. */
export class KeepTargetsAsFirstPublished1770000004910 implements MigrationInterface {
  name = 'KeepTargetsAsFirstPublished1770000004910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE targets ADD first_published jsonb');
    await runner.query(`
      UPDATE targets t
         SET first_published = jsonb_build_object(
               'metric', m.slug, 'method', m.method, 'rule', t.rule, 'areas', t.areas, 'baseline', t.baseline,
               'decides', t.decides, 'milestones', t.milestones)
        FROM targets own
        LEFT JOIN metrics m ON m.id = own.metric_id
       WHERE own.id = t.id`);
    await runner.query('ALTER TABLE targets ALTER first_published SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE targets DROP first_published');
  }
}
