import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DueListQueries } from '#features/calendar/due-list.queries.js';
import { LostParts } from '#features/calendar/lost-parts.service.js';
import { DeliveryPlan } from '#features/delivery-plans/delivery-plan.entity.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveDepartment, saveMission, setCalendar } from '../factories/reporting-calendar.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

/** The plans of the year open on 4 March 2026, are due on 21 April and closed after 6 May. */
describe('the plan of a department that has lost its part in every mission', () => {
  let departments: { waymark: TestApplication; education: EducationMission };
  let led: Mission;
  let helped: Mission;
  let helperSro: string;

  const roundAt = async (at: string): Promise<void> => {
    departments.waymark.clock.set(at);
    await departments.waymark.runWatches();
    await departments.waymark.runWatches();
  };
  const planOf = (slug: string): Promise<Submission> =>
    departments.waymark.dataSource.getRepository(Submission).findOneOrFail({ where: { kind: 'delivery-plan', organisation: { slug } }, relations: { organisation: true } });
  const eventsOf = async ({ id }: Submission): Promise<string[]> =>
    (await departments.waymark.dataSource.getRepository(SubmissionEvent).find({ where: { submissionId: id }, order: { sequence: 'ASC' } })).map(({ action, actorName, reasons }) => [action, actorName, ...reasons.map(({ text }) => text)].join(': '));
  const contribute = (mission: Mission, contributors: string[]): Promise<unknown> => departments.waymark.dataSource.getRepository(Mission).update({ id: mission.id }, { contributors });

  beforeAll(async () => {
    const waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    const education = await saveEducationMission(waymark.dataSource);
    departments = { waymark, education };
    waymark.clock.set('2026-01-05T09:00:00Z');
    led = await saveMission(waymark, education, 7, education.organisations.dhsc);
    await saveDepartment(waymark, 'dluhc');
    helperSro = (await savePerson(waymark, 'Lena Local', ['sro'], 'dluhc')).id;
    helped = await saveMission(waymark, education, 8, education.organisations.dfe, ['dluhc']);
    await setCalendar(waymark);
    await roundAt('2026-03-24T09:00:00Z');
  }, 120_000);
  afterAll(() => departments?.waymark.close());

  it('is owed while it has a part', async () => {
    for (const slug of ['dfe', 'dhsc', 'dluhc']) expect((await planOf(slug)).status).toBe('draft');
    expect(await departments.waymark.get(LostParts).endDue(departments.waymark.clock.now())).toBe(0);
  });

  it('is owed no longer from the day on which the part is lost, with the reason, once', async () => {
    const { waymark, education } = departments;
    await contribute(helped, []);
    const leads = waymark.dataSource.getRepository(MissionLead);
    await leads.update({ missionId: led.id }, { to: '2026-03-26' });
    await leads.save({ missionId: led.id, organisationId: education.organisations.dfe.id, from: '2026-03-26', to: null, basis: 'paper' });
    waymark.clock.set('2026-03-25T09:00:00Z');
    const counts = await Promise.all([1, 2, 3].map(() => waymark.get(LostParts).endDue(waymark.clock.now())));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect([(await planOf('dluhc')).status, (await planOf('dhsc')).status]).toEqual(['not-owed', 'draft']);
    await roundAt('2026-03-26T09:00:00Z');
    await roundAt('2026-03-27T09:00:00Z');
    expect((await planOf('dhsc')).status).toBe('not-owed');
    expect(await eventsOf(await planOf('dluhc'))).toEqual(['open: Waymark', 'end-owing: Waymark: Department DLUHC leads no mission of Levelling Up and contributes to none any more.']);
    expect(await waymark.dataSource.getRepository(Notice).countBy({ userId: helperSro, kind: 'plan-not-owed' })).toBe(1);
    expect((await planOf('dfe')).status).toBe('draft');
  });

  it('is not asked for, not marked overdue and not published as missing', async () => {
    const { waymark } = departments;
    expect((await waymark.get(DueListQueries).list({})).filter(({ kind }) => kind === 'delivery-plan').map(({ department }) => department.slug)).toEqual(['dfe']);
    await roundAt('2026-04-22T09:00:00Z');
    for (const slug of ['dhsc', 'dluhc']) expect([(await planOf(slug)).status, (await planOf(slug)).overdueAt]).toEqual(['not-owed', null]);
    expect((await planOf('dfe')).overdueAt).not.toBeNull();
    expect(await waymark.dataSource.getRepository(Notice).countBy({ userId: helperSro, kind: 'report-overdue' })).toBe(0);
  });

  it('says so to the department, in public and in the lists', async () => {
    const { waymark } = departments;
    const sro = await waymark.signIn('lena.local@dluhc.example.org');
    const plan = await planOf('dluhc');
    const words = async (path: string, agent = waymark.visitor()): Promise<string> => {
      const { status, $ } = await waymark.open(agent, path);
      expect([path, status]).toEqual([path, 200]);
      return $('main').text().replaceAll(/\s+/g, ' ');
    };
    expect(await words(submissionsPaths.show('delivery-plan', plan.id), sro)).toMatch(/No longer owed.*has no part in a mission of the framework any more/);
    expect(await words('/work', sro)).toContain('No longer owed');
    expect(await words('/departments/dluhc')).toContain('No longer owed');
    expect(await words('/calendar')).not.toContain(plan.reference);
    const { text } = await waymark.visitor().get(`/api/v1/returns/${plan.reference}`);
    expect(JSON.parse(text)).toMatchObject({ status: 'not-owed', overdue: false });
  });

  it('is owed again with the next part, as it was written, with as much time as everybody had', async () => {
    const { waymark } = departments;
    await contribute(helped, ['dluhc']);
    await roundAt('2026-04-28T09:00:00Z');
    const plan = await planOf('dluhc');
    expect([plan.status, plan.firstDueOn, plan.overdueAt]).toEqual(['draft', '2026-04-21', null]);
    expect(plan.dueOn > '2026-05-28').toBe(true);
    expect((await eventsOf(plan)).at(-1)).toBe('owe-again: Waymark');
    expect(await waymark.dataSource.getRepository(DeliveryPlan).countBy({ submissionId: plan.id })).toBe(1);
    expect(await waymark.dataSource.getRepository(Notice).countBy({ userId: helperSro, kind: 'cycle-opened' })).toBe(2);
  });

  it('stays owed where it was late before, and nothing else can cease to be owed', async () => {
    const { waymark } = departments;
    await waymark.dataSource.getRepository(MissionLead).createQueryBuilder().update().set({ to: '2026-04-29' }).where('to_date IS NULL').execute();
    await roundAt('2026-04-29T09:00:00Z');
    expect((await planOf('dfe')).status).toBe('draft');
    await expect(waymark.dataSource.query(`UPDATE submissions SET status = 'not-owed' WHERE kind = 'evidence-return'`)).rejects.toThrow('only a plan that was never signed');
  });
});
