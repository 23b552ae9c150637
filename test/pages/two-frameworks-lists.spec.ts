import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { FrameworksService } from '#features/frameworks/frameworks.service.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { LettersService } from '#features/letters/letters.service.js';
import { Letter } from '#features/letters/letter.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { announceClosing, FRAMEWORK } from '../factories/framework-closing.factory.js';
import { QUARTERLY, setCalendar } from '../factories/reporting-calendar.factory.js';
import { SECOND_FRAMEWORK, secondFrameworkFile } from '../factories/second-framework.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

interface Item {
  reference?: string;
  framework?: string | null;
  missions?: string[];
  overdue?: boolean;
}

describe('lists, mail and counts beside two frameworks', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  const read = async (path: string): Promise<string> => {
    const { status, text } = await waymark.visitor().get(path).set('Host', new URL(waymark.address).host);
    expect([path, status]).toEqual([path, 200]);
    return text;
  };
  const items = async (path: string): Promise<Item[]> => (JSON.parse(await read(`/api/v1/${path}`)) as { items: Item[] }).items;
  const mailTo = (address: string): string[] => waymark.sent.filter(({ recipient }) => recipient === address).map(({ subject, body }) => `${subject} ${body}`);
  const subscribe = async (email: string, subject: string): Promise<void> => {
    const agent = waymark.visitor();
    expect((await waymark.submit(agent, '/subscribe', { email, subject, rhythm: 'at-once' })).status).toBe(303);
    await waymark.runJobs();
    const [link = ''] = mailTo(email).at(-1)?.match(/https?:\/\/\S+\/subscribe\/confirm\/\S*/) ?? [];
    expect((await waymark.submit(agent, new URL(link).pathname, {})).status).toBe(303);
  };
  const roundAt = async (at: string): Promise<void> => {
    waymark.clock.set(at);
    await waymark.runWatches();
    await waymark.runWatches();
  };

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    waymark.clock.set('2026-03-24T09:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-03-20');
    await waymark.get(FrameworksService).importFramework(systemActor('command', 'import'), { fileName: 'framework.yml', text: secondFrameworkFile() });
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    for (const framework of [FRAMEWORK, SECOND_FRAMEWORK]) await setCalendar(waymark, QUARTERLY.replace(FRAMEWORK, framework));
    await roundAt('2026-03-25T09:00:00Z');
    const { people, organisations, mission } = education;
    await waymark.get(RecommendationsService).make(actorOf(people.member), { sourceKind: 'report', sourceReference: 'AR-2026-1', sourcePath: '/reports/AR-2026-1', missionId: mission.id, addresseeId: organisations.dfe.id, text: 'Publish attendance.' });
    const letters = waymark.get(LettersService);
    const [alert = ''] = (await items(`alerts?framework=${FRAMEWORK}`)).map(({ reference }) => reference);
    const { reference } = await letters.write(actorOf(people.chair), { subject: 'Attendance', addressees: [{ kind: 'other', name: 'The Secretary' }], body: 'Why?', answerWorkingDays: 5 }, alert);
    await letters.publish(actorOf(people.chair), { reference, rowVersion: (await waymark.dataSource.getRepository(Letter).findOneByOrFail({ reference })).rowVersion });
  }, 240_000);
  afterAll(() => waymark?.close());

  it.each([
    ['alerts', 1, 3], ['returns', 2, 5], ['calendar', 2, 5], ['recommendations', 1, 0], ['letters', 1, 0], ['targets', 1, 3], ['judgements', 1, 3],
    ['data-gaps', 1, 1], ['inquiries', 0, 0], ['calibration', 0, 0], ['council/decisions', 0, 0], ['reviews', 0, 0], ['proposals', 0, 0], ['interim-reviews', 0, 0],
    ['consultations', 0, 0], ['reports', 0, 0],
  ])('the list of %s is asked for one framework', async (list, ofFirst, ofSecond) => {
    for (const [framework, count] of [[FRAMEWORK, ofFirst], [SECOND_FRAMEWORK, ofSecond], ['nothing-2030', 0]] as const) {
      const found = await items(`${list}?framework=${framework}`);
      expect([framework, found.length]).toEqual([framework, count]);
      for (const item of found) expect(item.missions?.some((mission) => mission.startsWith(`${framework}/`)) ?? item.framework === framework).toBe(true);
      const lines = (await read(`/api/v1/${list}.csv?framework=${framework}`)).trim().split('\n');
      expect(lines.length).toBeGreaterThan(count);
    }
  });

  it('tells subscribers of the closing once and of nothing after, and those of the other framework go on hearing', async () => {
    await subscribe('first@example.org', `mission:${FRAMEWORK}/education`);
    await subscribe('second@example.org', `mission:${SECOND_FRAMEWORK}/education`);
    await roundAt('2026-05-05T09:00:00Z');
    expect(mailTo('first@example.org').join()).toContain('Education (Levelling Up)');
    await announceClosing(waymark, education, '2026-05-05');
    waymark.sent.length = 0;
    await roundAt('2026-05-05T09:05:00Z');
    expect(mailTo('first@example.org').filter((mail) => mail.includes('Framework closed: Levelling Up')).length).toBe(1);
    expect(mailTo('first@example.org').length).toBe(1);
    expect(mailTo('second@example.org')).toEqual([]);
    waymark.sent.length = 0;
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 90 }, '2026-05-20');
    await roundAt('2026-05-20T10:00:00Z');
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    await roundAt('2026-07-01T10:00:00Z');
    expect(mailTo('first@example.org')).toEqual([]);
    expect(mailTo('second@example.org').length).toBeGreaterThan(0);
    expect(mailTo('second@example.org').join()).not.toContain('Levelling Up');
  }, 120_000);

  it('offers no subscription to a mission of a closed framework, and refuses one', async () => {
    const agent = waymark.visitor();
    const page = await waymark.open(agent, `/subscribe?about=mission:${FRAMEWORK}/education`);
    const choices = page.$('select[name=subject] option').map((_, option) => String(page.$(option).attr('value'))).get();
    expect(choices).toContain(`mission:${SECOND_FRAMEWORK}/education`);
    expect(choices).not.toContain(`mission:${FRAMEWORK}/education`);
    await waymark.submit(agent, '/subscribe', { email: 'late@example.org', subject: `mission:${FRAMEWORK}/education`, rhythm: 'at-once' });
    expect((await waymark.open(agent, '/subscribe')).$('main').text()).toContain('the framework of this mission is closed');
  });

  it('counts as owed what running frameworks ask for, and as late what was late when the other was closed', async () => {
    const [closed] = await waymark.dataSource.getRepository(Submission).findBy({ missionId: education.mission.id });
    expect((await items(`returns?framework=${FRAMEWORK}`)).filter(({ overdue }) => overdue).map(({ reference }) => reference)).toContain(closed?.reference);
    const owed = JSON.parse(await read('/api/v1/departments/dfe')) as { missions: string[]; returnsOwed: number; alertsOpen: number };
    expect(owed.missions).toEqual([`${SECOND_FRAMEWORK}/education`]);
    const [{ count } = { count: '' }]: { count: string }[] = await waymark.dataSource.query(
      `SELECT count(*) FROM submissions s JOIN organisations o ON o.id = s.organisation_id JOIN frameworks f ON f.id = s.framework_id
        WHERE o.slug = 'dfe' AND f.slug = $1 AND s.standing_version IS NULL AND s.status <> 'not-submitted'`,
      [SECOND_FRAMEWORK],
    );
    expect(owed.returnsOwed).toBe(Number(count));
    const { $ } = await waymark.open(waymark.visitor(), '/departments/dfe');
    expect($('main').text()).toContain('Levelling Up (closed on 5 May 2026)');
    const row = (await waymark.open(waymark.visitor(), '/departments')).$('tr:contains("Department for Education") td').first().text();
    expect(row.trim()).toBe('1');
  });
});
