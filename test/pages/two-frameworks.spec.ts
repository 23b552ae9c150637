import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { FrameworksService } from '#features/frameworks/frameworks.service.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { Letter } from '#features/letters/letter.entity.js';
import { LettersService } from '#features/letters/letters.service.js';
import { Mission } from '#features/missions/mission.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveDeliveredReturn, saveEducationMission } from '../factories/education-mission.factory.js';
import { announceClosing, FRAMEWORK } from '../factories/framework-closing.factory.js';
import { SECOND_FRAMEWORK, secondFrameworkFile } from '../factories/second-framework.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';

const PUBLIC = [
  '/', '/frameworks', `/frameworks/${FRAMEWORK}`, `/frameworks/${SECOND_FRAMEWORK}`, `/frameworks/${FRAMEWORK}/missions/education`, `/frameworks/${SECOND_FRAMEWORK}/missions/education`,
  `/frameworks/${SECOND_FRAMEWORK}/missions/safer-streets`, `/frameworks/${SECOND_FRAMEWORK}/closing`, '/alerts', '/alerts/departments', '/calendar', '/calendar.csv', '/calendar.ics', '/letters', '/letters.csv',
  '/recommendations', '/recommendations.csv', '/inquiries', '/departments', '/departments/dfe', '/departments/dhsc', '/search?q=education', '/changes', '/changes.csv', '/feeds/all.atom', '/sitemap.xml', '/data-gaps',
  '/data-gaps.csv', '/reports', '/calibration', '/interim-reviews', '/api/v1/frameworks', '/api/v1/alerts', '/api/v1/letters', '/api/v1/recommendations',
];
const COUNCIL = ['/reviews', '/reviews/workload', '/reports/new', '/inquiries/new', '/council/decisions/new', '/letters/new', '/consultations'];

describe('two frameworks, of which one is closed', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let agents: { chair: Agent; reviewer: Agent; sro: Agent };

  const body = async (path: string, agent: Agent = waymark.visitor()): Promise<string> => {
    const { status, text } = await agent.get(path).redirects(1).set('Host', new URL(waymark.address).host);
    expect([path, status]).toEqual([path, 200]);
    return text;
  };
  const words = async (path: string, agent: Agent = waymark.visitor(), part = 'main'): Promise<string> => {
    const page = await waymark.open(agent, path);
    expect([path, page.status]).toEqual([path, 200]);
    return page.$(part).text().replaceAll(/\s+/g, ' ');
  };
  const walk = async (): Promise<void> => {
    for (const path of PUBLIC) await body(path);
    for (const path of COUNCIL) await body(path, path.startsWith('/reviews') ? agents.reviewer : agents.chair);
    await body('/work', agents.sro);
  };
  const signIn = async (): Promise<void> => {
    const { chair, reviewer, sro } = education.people;
    agents = { chair: await waymark.signIn(chair.email), reviewer: await waymark.signIn(reviewer.email), sro: await waymark.signIn(sro.email) };
  };
  const judge = async (): Promise<void> => {
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    await waymark.runJobs();
  };
  const missionOf = (framework: string): Promise<Mission> => waymark.dataSource.getRepository(Mission).findOneByOrFail({ slug: 'education', framework: { slug: framework } });

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-06-01');
    waymark.clock.set('2026-06-02T08:00:00Z');
    await signIn();
  }, 240_000);
  afterAll(() => waymark?.close());

  it('are imported, judged and alerted apart', async () => {
    const service = waymark.get(FrameworksService);
    const file = { fileName: 'framework.yml', text: secondFrameworkFile() };
    expect(await service.importFramework(systemActor('command', 'import'), file)).toEqual({ slug: SECOND_FRAMEWORK, changed: true, missions: 3, targets: 3 });
    expect((await service.importFramework(systemActor('command', 'import'), file)).changed).toBe(false);
    await judge();
    const [first, second] = [await missionOf(FRAMEWORK), await missionOf(SECOND_FRAMEWORK)];
    for (const { id } of [first, second]) expect(await waymark.dataSource.getRepository(Judgement).countBy({ missionId: id })).toBeGreaterThan(0);
    const alerts = await waymark.dataSource.getRepository(Alert).find();
    expect(new Set(alerts.map(({ missionId }) => missionId)).size).toBeGreaterThanOrEqual(2);
    for (const { frameworkId, missionId } of alerts) expect(frameworkId).toBe(missionId === first.id ? first.frameworkId : second.frameworkId);
  }, 120_000);

  it('are told apart on every page while both run', async () => {
    await walk();
    expect(await words('/reports/new', agents.chair)).toMatch(/Levelling Up.*Plan for Change|Plan for Change.*Levelling Up/);
    expect(await words('/council/judgements', agents.chair)).toMatch(/Mission 5, Education \(Levelling Up\).*Mission 5, Education \(Plan for Change\)|Mission 5, Education \(Plan for Change\).*Mission 5, Education \(Levelling Up\)/);
    expect(await words('/consultations/new', agents.chair)).toMatch(/Education \(Levelling Up\): the whole mission/);
    expect(await body('/sitemap.xml')).toContain(`/frameworks/${SECOND_FRAMEWORK}/missions/safer-streets`);
    expect(await words(`/frameworks/${SECOND_FRAMEWORK}`)).not.toContain('90% reach');
  }, 180_000);

  it('keep the one open and stop the clock of the other when it is closed', async () => {
    const first = await missionOf(FRAMEWORK);
    await saveDeliveredReturn(waymark.dataSource, education, 'green');
    await waymark.dataSource.query(`INSERT INTO reviews (submission_id, version_number, status, queued_at, due_on, checks_done_at, row_version) SELECT id, 1, 'queued', $1, '2026-06-20', $1, 1 FROM submissions`, [waymark.clock.now()]);
    expect(await words('/reviews', agents.reviewer)).toContain('ER-2026-7K3D');
    await waymark.get(RecommendationsService).make(actorOf(education.people.member), { sourceKind: 'report', sourceReference: 'AR-2026-1', sourcePath: '/reports/AR-2026-1', missionId: first.id, addresseeId: education.organisations.dfe.id, text: 'Publish attendance.' });
    const alert = await waymark.dataSource.getRepository(Alert).findOneByOrFail({ missionId: first.id });
    const letters = waymark.get(LettersService);
    const content = { subject: 'Attendance', addressees: [{ kind: 'other' as const, name: 'The Secretary' }], body: 'Why?', answerWorkingDays: 5 };
    const { reference } = await letters.write(actorOf(education.people.chair), content, alert.reference);
    const { rowVersion } = await waymark.dataSource.getRepository(Letter).findOneByOrFail({ reference });
    await letters.publish(actorOf(education.people.chair), { reference, rowVersion });
    await announceClosing(waymark, education, '2026-06-02');
    await waymark.runJobs();
    waymark.clock.set('2027-03-01T09:00:00Z');
    await waymark.runWatches();
    await signIn();
    await walk();
    const newReport = await words('/reports/new', agents.chair);
    expect([newReport.includes('Plan for Change'), newReport.includes('Levelling Up')]).toEqual([true, false]);
    expect(await words('/reviews', agents.reviewer)).not.toContain('ER-2026-7K3D');
    for (const path of ['/council/judgements', '/consultations/new']) expect(await words(path, agents.chair)).not.toContain('90% reach');
    expect((await words('/council/judgements', agents.chair)).match(/Mission 5, Education/g)?.length).toBe(1);
    const recommended = await words('/recommendations', waymark.visitor(), 'main tbody');
    expect(recommended).toContain('Publish attendance.');
    expect(recommended).not.toMatch(/overdue|not answered/i);
    expect(await words(`/letters/${reference}`)).not.toContain('overdue');
    expect(await words('/letters')).not.toContain('Answer overdue');
    expect(await words('/departments/dfe')).not.toContain('Not answered');
    expect(await words('/')).not.toContain('90% reach');
    expect(await words(`/frameworks/${FRAMEWORK}`)).toContain('was closed on 2 June 2026');
    expect(await words(`/frameworks/${SECOND_FRAMEWORK}`)).not.toContain('was closed');
  }, 240_000);
});
