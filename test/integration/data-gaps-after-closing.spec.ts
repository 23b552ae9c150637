import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Alert } from '#features/alerts/alert.entity.js';
import { DataGapFindingService } from '#features/data-gaps/data-gap-finding.service.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { announceClosing, saveSecondFramework } from '../factories/framework-closing.factory.js';
import { type Register, startRegister } from '../factories/data-gap-register.factory.js';

describe('a data gap that two frameworks share', () => {
  let register: Register;
  beforeAll(async () => {
    register = await startRegister();
  }, 180_000);
  afterAll(() => register?.waymark.close());

  it('goes on to the framework that runs when the other is closed, and calls for that one’s alert, once', async () => {
    const { waymark, education } = register;
    const find = (): Promise<unknown> =>
      waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) => waymark.get(DataGapFindingService).findInTransaction(tx));
    const gapOf = async (id?: string): Promise<DataGap> => waymark.dataSource.getRepository(DataGap).findOneByOrFail(id ? { id } : { geography: 'E92000001' });
    const alerts = async (): Promise<(string | null)[]> => (await waymark.dataSource.getRepository(Alert).find({ where: { kind: 'data-gap-overdue', dataGapId: id }, order: { raisedAt: 'ASC' } })).map(({ missionId }) => missionId);
    await find();
    const { id, dateNeeded, missionId } = await gapOf();
    expect(missionId).toBe(education.mission.id);
    const second = await saveSecondFramework(waymark, education);
    const late = new Date(new Date(`${dateNeeded}T12:00:00Z`).getTime() + 86_400_000);
    waymark.clock.set(late.toISOString());
    await waymark.runJobs();
    expect(await alerts()).toEqual([education.mission.id]);
    await announceClosing(waymark, education, late.toISOString().slice(0, 10));
    await waymark.runJobs();
    expect((await gapOf(id)).missionId).toBe(second.mission.id);
    expect((await register.events(await gapOf(id))).at(-1)?.text).toContain('was closed');
    expect(await alerts()).toEqual([education.mission.id, second.mission.id]);
    await find();
    await waymark.runJobs();
    expect((await alerts()).length).toBe(2);
    expect((await register.events(await gapOf(id))).filter(({ action }) => action === 'change').length).toBe(1);
  }, 120_000);
});
