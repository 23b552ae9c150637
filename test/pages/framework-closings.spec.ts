import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Mission } from '#features/missions/mission.entity.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { raiseOffTrack } from '../factories/alert.factory.js';
import { openReturn } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { decideToClose, FRAMEWORK, saveSecondFramework } from '../factories/framework-closing.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { PageLook } from '../support/page-look.js';
import { statementsOf } from '../support/statement-count.js';

const BASE = `/frameworks/${FRAMEWORK}/closing`;
const SECOND = '/frameworks/plan-for-change-2024';

describe('the pages on which a framework is closed beside another', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let look: PageLook;
  let chair: Agent;
  let alert: string;
  let submission: string;
  let plan: string;

  const seen = async (path: string, agent: Agent = waymark.visitor()): Promise<string> => {
    const page = await waymark.open(agent, path);
    expect([path, page.status]).toEqual([path, 200]);
    await look.at(path, page);
    return page.$('main').text().replaceAll(/\s+/g, ' ');
  };
  const send = async (agent: Agent, path: string, fields: Record<string, unknown>): Promise<string> => {
    const { status, headers } = await waymark.submit(agent, path, fields);
    expect([path, status]).toEqual([path, 303]);
    return String(headers['location']);
  };

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    alert = (await raiseOffTrack(waymark, education)).reference;
    submission = (await openReturn(waymark, education)).id;
    plan = (await new SubmissionFactory(waymark, education).in('draft', 'delivery-plan')).id;
    await saveSecondFramework(waymark, education);
    chair = await waymark.signIn(education.people.chair.email);
    look = await PageLook.start(waymark);
  }, 90_000);
  afterAll(async () => {
    await look?.close();
    await waymark?.close();
  });

  it('say before anything is announced what would be unanswered, and lead the council to a decision', async () => {
    expect(await seen(BASE)).toContain('This is what would be printed as unanswered if it were closed today.');
    expect(await seen(BASE)).toContain(`Open alert ${alert}`);
    expect((await statementsOf(() => waymark.open(waymark.visitor(), `${BASE}?fresh`))).statements.length).toBeLessThan(15);
    expect(await seen(`${BASE}/prepare`, chair)).toContain('The council has not adopted a decision to close this framework.');
    expect(await seen('/council/decisions/new?subject=framework-closing&about=Levelling+Up', chair)).toContain('Closing a framework');
    expect((await waymark.open(waymark.visitor(), `${BASE}/last-edition.json`)).status).toBe(404);
    for (const name of ['official', 'reviewer', 'administrator'] as const) expect((await waymark.open(await waymark.signIn(education.people[name].email), `${BASE}/prepare`)).status).toBe(403);
    const member = await waymark.signIn(education.people.member.email);
    expect(await seen(`${BASE}/prepare`, member)).toContain('A chair writes and announces it.');
    expect((await waymark.open(member, `${BASE}/prepare/day`)).status).toBe(403);
  }, 60_000);

  it('take day, reason, decision and what becomes of each mission, with the faults named', async () => {
    const { id: decision } = await decideToClose(waymark, education, 'Levelling Up');
    expect(await send(chair, `${BASE}/prepare/day`, { decision: '', closesDay: '31', closesMonth: '2', closesYear: '2026', reason: '' })).toBe(`${BASE}/prepare/day`);
    const faults = await seen(`${BASE}/prepare/day`, chair);
    for (const words of ['Select the decision of the council', 'Enter the day of the closing', 'Enter why the framework is closed']) expect(faults).toContain(words);
    expect(await send(chair, `${BASE}/prepare/day`, { decision, closesDay: '15', closesMonth: '6', closesYear: '2026', reason: 'A new government has other missions.' })).toBe(`${BASE}/prepare`);
    const other = await waymark.dataSource.getRepository(Mission).findOneByOrFail({ framework: { slug: 'plan-for-change-2024' } });
    expect(await seen(`${BASE}/prepare/missions/education`, chair)).toContain('Plan for Change: 5. Opportunity for all');
    await send(chair, `${BASE}/prepare/missions/education`, { outcome: 'carried-on', successor: '', reason: 'R' });
    expect(await seen(`${BASE}/prepare/missions/education`, chair)).toContain('Select the mission that carries it on');
    expect(await send(chair, `${BASE}/prepare/missions/education`, { outcome: 'carried-on', successor: other.id, reason: 'It goes on.' })).toBe(`${BASE}/prepare`);
    expect(await seen(`${BASE}/prepare`, chair)).toContain('Carried on in another framework: Opportunity for all, Plan for Change');
    expect(await seen(BASE)).not.toContain('It goes on.');
  }, 60_000);

  it('announce it, and say so on the framework’s page until the day', async () => {
    expect(await seen(`${BASE}/announce`, chair)).toContain('Education: 2 things');
    const { rowVersion } = (await waymark.dataSource.query('SELECT row_version AS "rowVersion" FROM framework_closings'))[0];
    expect(await send(chair, `${BASE}/announce`, { rowVersion })).toBe(BASE);
    const announced = await seen(BASE);
    for (const words of ['The council closes this framework on 15 June 2026.', 'A new government has other missions.', 'It goes on.', 'Close the framework']) expect(announced).toContain(words);
    expect(await seen(`/frameworks/${FRAMEWORK}`)).toContain('The council closes this framework on 15 June 2026.');
    await seen(`${BASE}/take-back`, chair);
    expect((await waymark.submit(chair, `${BASE}/prepare/day`, { rowVersion: rowVersion + 1, reason: 'kept words', closesDay: '1', closesMonth: '1', closesYear: '2027' })).status).toBe(409);
  }, 60_000);

  it('show the last edition with its files; the page, the JSON and the CSV agree', async () => {
    waymark.clock.set('2026-06-15T00:30:00Z');
    await waymark.runWatches();
    const page = await seen(BASE);
    for (const words of ['This framework of missions was closed on 15 June 2026.', 'Unanswered when the framework was closed', alert, 'Carried on in Opportunity for all, Plan for Change', 'waymark report verify']) expect(page).toContain(words);
    expect((await statementsOf(() => waymark.open(waymark.visitor(), `${BASE}?fresh`))).statements.length).toBeLessThan(15);
    const { text } = await waymark.visitor().get(`${BASE}/last-edition.json`);
    const sum = createHash('sha256').update(text).digest('hex');
    expect(page).toContain(sum);
    expect((await waymark.visitor().get(`${BASE}/last-edition.json.sha256`)).text).toBe(`${sum}  last-edition.json\n`);
    const csv = (await waymark.visitor().get(`${BASE}/last-edition.csv`)).text;
    expect(csv).toContain(`5,education,alert,${alert}`);
    expect((await waymark.visitor().get(`${BASE}/last-edition.csv-metadata.json`)).status).toBe(200);
    const framework = await seen(`/frameworks/${FRAMEWORK}`);
    for (const words of ['This framework of missions was closed on 15 June 2026.', 'A new government has other missions. (chair)', 'Close the framework']) expect(framework).toContain(words);
    expect(await seen(`/frameworks/${FRAMEWORK}/missions/education`)).toContain('was closed on 15 June 2026');
    expect(await seen(`/alerts/${alert}`)).toContain('was closed on 15 June 2026');
  }, 60_000);

  it('tell the two frameworks apart: list, home, missions, alerts, calendar, API', async () => {
    expect(await seen('/frameworks')).toMatch(/Plan for Change Open .*Levelling Up Closed This framework of missions was closed on 15 June 2026/);
    expect(await seen('/')).toContain('Opportunity for all');
    expect(await seen('/')).not.toContain('This framework of missions was closed');
    expect(await seen(`${SECOND}/missions/education`)).toContain('Mission 5 of Plan for Change');
    expect(await seen(`${SECOND}/closing`)).toContain('Nobody has announced that this framework is closed.');
    expect(await seen('/alerts')).toContain('Levelling Up');
    const { body } = await waymark.visitor().get('/api/v1/frameworks');
    expect((body as { items: { slug: string; closedAt: string | null }[] }).items.map(({ slug, closedAt }) => [slug, closedAt]).sort()).toEqual([[FRAMEWORK, '2026-06-15T00:30:00.000Z'], ['plan-for-change-2024', null]]);
  }, 60_000);

  it('refuse a draft of the closed framework, naming the closing and its day', async () => {
    const official = await waymark.signIn(education.people.official.email);
    const page = await waymark.open(official, `/evidence-returns/${submission}/narrative`);
    expect([page.status, page.$('main').text().includes('was closed on 15 June 2026')]).toEqual([409, true]);
    expect(await seen(`/evidence-returns/${submission}`, official)).toContain('was closed on 15 June 2026');
    expect(await seen('/work', official)).not.toMatch(/due in \d+ days/);
  }, 60_000);

  it('offer on the plan and the return that were being written nothing that is refused, and lead to the last edition', async () => {
    const official = await waymark.signIn(education.people.official.email);
    for (const address of [`/delivery-plans/${plan}`, `/evidence-returns/${submission}`]) {
      const { $ } = await waymark.open(official, address);
      const text = await seen(address, official);
      for (const offered of ['Ask for more time', 'Show the draft to colleagues', 'Your department is writing it']) expect(text).not.toContain(offered);
      expect(text).toContain('It was not delivered before the framework was closed. What was written is kept.');
      expect($(`main a[href="${BASE}"]`).text()).toBe('Last edition: what became of each mission, and what was unanswered');
      const links = [...new Set($('main a[href^="/"]').toArray().map((link) => $(link).attr('href') ?? ''))];
      for (const href of links) expect([href, (await waymark.open(official, href)).status]).toEqual([href, 200]);
      expect([(await waymark.open(official, `${address}/draft-links`)).$('main a[role="button"]').length, await seen(`${address}/comments`, official)]).toEqual([0, expect.not.stringContaining('What is your comment about?')]);
      for (const door of ['/draft-links/new', ...(address.includes('plans') ? [] : ['/contributions/new'])]) expect([door, (await waymark.open(official, `${address}${door}`)).status]).toEqual([door, 409]);
    }
    expect((await waymark.open(official, `/submissions/${plan}/extension`)).status).toBe(409);
  }, 60_000);
});
