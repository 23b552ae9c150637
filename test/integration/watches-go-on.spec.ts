import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { WatchRound } from '#platform/watches/watch-round.js';
import { type Departments, startDepartments } from '../factories/submission.factory.js';

/** One bad row must not keep everybody else waiting. */
describe('a round in which one item fails', () => {
  let departments: Departments;
  let owner: pg.Client;

  beforeAll(async () => {
    departments = await startDepartments();
    owner = new pg.Client({ connectionString: departments.waymark.database.ownerUrl, options: '-c search_path=waymark' });
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    await departments?.waymark.close();
  });

  it('does those after it, says so, and does the failed one when it can', async () => {
    const { waymark, make } = departments;
    const late: Submission[] = [];
    for (const dueOn of ['2026-12-07', '2026-12-08', '2026-12-09']) late.push(await make.in('draft', 'evidence-return', dueOn));
    const ids = late.map(({ id }) => id);
    const marked = async (): Promise<boolean[]> =>
      Promise.all(ids.map(async (id) => (await waymark.dataSource.getRepository(Submission).findOneByOrFail({ id })).overdueAt !== null));
    await owner.query(`
      CREATE FUNCTION fail_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this one fails'; END $$;
      CREATE TRIGGER fail_one BEFORE UPDATE ON submissions FOR EACH ROW WHEN (NEW.id = '${ids[0]}' AND NEW.overdue_at IS NOT NULL) EXECUTE FUNCTION fail_one()`);
    waymark.clock.set('2026-12-11T12:00:00Z');
    const done = await waymark.get(WatchRound).run();
    expect(done).toMatchObject({ 'overdue-reports': 2, 'overdue-reports failed': 1 });
    expect(await marked()).toEqual([false, true, true]);
    await expect(waymark.runWatches()).rejects.toThrow('Watches failed: overdue-reports failed');
    await owner.query('DROP TRIGGER fail_one ON submissions');
    expect(await waymark.runWatches()).toMatchObject({ 'overdue-reports': 1 });
    expect(await marked()).toEqual([true, true, true]);
    const events = await waymark.dataSource.getRepository(SubmissionEvent).findBy({ action: 'mark-overdue' });
    expect(events.map(({ submissionId }) => submissionId).sort()).toEqual([...ids].sort());
  });
});
