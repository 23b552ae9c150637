import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { QualityApiModule } from '#features/mission-quality/api/quality-api.module.js';
import { MissionQualityWebModule } from '#features/mission-quality/web/mission-quality-web.module.js';
import { MissionsWebModule } from '#features/missions/web/missions-web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';
import { systemActor } from '#domain/access/permissions.js';

const PUBLIC = '/frameworks/levelling-up-2022/missions/education/quality';
const LIST = '/frameworks/levelling-up-2022/quality';

describe('the pages of a mission’s quality review', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let member: Agent;
  let draft: string;

  const textOf = ({ $ }: Page): string => $('main').text().replaceAll(/\s+/g, ' ');
  const verdict = async (): Promise<string | undefined> => (await waymark.get(JudgementsQueries).standingOfMission(education.mission.id))?.computed?.verdict;
  const verdictOn = async (day: string): Promise<string | undefined> => (await waymark.get(JudgementsService).judge(systemActor('command', 'judge'), day))[0]?.computed?.verdict;
  const linkIn = async (agent: Agent, page: string, words: string): Promise<string> => {
    const { $ } = await waymark.open(agent, page);
    return $('main a').toArray().map((link) => [$(link).text(), $(link).attr('href') ?? ''] as const).find(([text]) => text.startsWith(words))?.[1] ?? '';
  };
  const errorsOf = async (agent: Agent, page: string): Promise<(string | undefined)[]> => {
    const { $ } = await waymark.open(agent, page);
    return $('.govuk-error-summary a').toArray().map((link) => $(link).attr('href'));
  };
  const add = (section: string, fields: Record<string, string>): Promise<{ status: number }> => waymark.submit(member, `${draft}/add/${section}`, fields);

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, MissionQualityWebModule, QualityApiModule, MissionsWebModule, JudgementsModule, JobsModule] });
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { openTerms: [{ term: 'expected standard', clause: 'a', note: 'Which one?' }] });
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 80, '2023-09-01/P1Y': 85 }, '2024-10-01');
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
    await waymark.runJobs();
    member = await waymark.signIn(education.people.member.email);
    draft = `/council/quality-reviews/${education.mission.id}`;
  });
  afterAll(() => waymark.close());

  it.each(['official', 'sro', 'administrator'] as const)('are closed to the %s where they are written', async (name) => {
    const agent = await waymark.signIn(education.people[name].email);
    for (const page of ['/council/quality-reviews', draft, `${draft}/add/terms`, `${draft}/publish`]) expect((await waymark.open(agent, page)).status).toBe(403);
    expect((await waymark.submit(agent, PUBLIC, {}, `${draft}/start`)).status).toBe(403);
  });

  it('bar a secondee of the department that leads the mission', async () => {
    const secondee = await waymark.signIn(education.people.secondee.email);
    const refused = await waymark.submit(secondee, '/council/quality-reviews', {}, `${draft}/start`);
    expect([refused.status, refused.text.includes('You come from the department')]).toEqual([403, true]);
  });

  it('say so where nothing is published, and what caps the mission all the same', async () => {
    expect(await verdict()).toBe('cannot-tell-yet');
    const page = await waymark.open(waymark.visitor(), PUBLIC);
    expect(textOf(page)).toContain('Nobody has published a review of this mission yet.');
    expect(textOf(page)).toContain('1 term is open');
    expect(textOf(await waymark.open(waymark.visitor(), '/frameworks/levelling-up-2022/quality'))).toContain('1: expected standard');
  });

  it('start a draft with the terms and clauses of the text', async () => {
    const started = await waymark.submit(member, '/council/quality-reviews', {}, `${draft}/start`);
    expect([started.status, started.headers['location']]).toEqual([303, draft]);
    const page = await waymark.open(member, draft);
    expect(page.$('#terms').parent().find('h3').text()).toContain('expected standard');
    expect(page.$('#coverage').parent().find('h3')).toHaveLength(1);
    expect((await waymark.submit(member, '/council/quality-reviews', {}, `${draft}/start`)).status).not.toBe(303);
  });

  it('keep what is missing from being published, with links to it', async () => {
    const { $ } = await waymark.open(member, `${draft}/publish`);
    expect($('main ul a').toArray().map((link) => $(link).attr('href'))).toEqual([`${draft}#breadth`, `${draft}#ambition`, `${draft}#alignment`]);
    expect($('main form button')).toHaveLength(0);
  });

  it('take a finding a page, refuse what is not whole, and keep what was typed', async () => {
    const page = `${draft}/add/ambition`;
    expect((await add('ambition', { aspect: 'whole mission', reasons: '' })).status).toBe(303);
    expect(await errorsOf(member, page)).toEqual(['#verdict', '#reasons']);
    const again = await waymark.submit(member, page, { aspect: 'the date', verdict: '', reasons: 'Eight years.' });
    expect(again.status).toBe(303);
    const back = await waymark.open(member, page);
    expect([back.$('title').text().startsWith('Error: '), back.$('#reasons').text(), back.$('#aspect').attr('value')]).toEqual([true, 'Eight years.', 'the date']);
    await add('ambition', { aspect: 'whole mission', verdict: 'too-ambitious', reasons: 'No precedent.' });
    await add('breadth', { scope: 'narrow', leftOut: 'Early years.', reasons: 'One measure.' });
    await add('alignment', { answer: 'partly', reasons: 'Only in the worst areas.' });
    await add('incentives', { route: 'Pupils on the borderline.', balancingMetric: 'Attainment at 5', day: '1', month: '7', year: '2026' });
    await add('geography', { measure: 'Key stage 2', measuredAt: 'Regions', recommended: 'Local authorities', reason: 'It varies.' });
    const { $ } = await waymark.open(member, draft);
    expect($('main h3').toArray().map((title) => $(title).text().trim().split(' ')[0])).toEqual(['expected', 'S', 'Too', 'Whole', 'In', 'Pupils', 'Key']);
  });

  it('answer the second of two who change the draft with what was typed', async () => {
    const page = `${draft}/add/incentives`;
    const { $ } = await waymark.open(member, page);
    const stale = { _csrf: $('input[name="_csrf"]').attr('value') ?? '', rowVersion: $('input[name="rowVersion"]').attr('value') ?? '' };
    await add('incentives', { route: 'Off-rolling.', balancingMetric: 'Pupils on roll', day: '1', month: '7', year: '2030' });
    const conflict = await member.post(page).redirects(0).set('Referer', `${waymark.address}${page}`).set('Host', new URL(waymark.address).host).type('form').send({ ...stale, route: 'Typed in vain', balancingMetric: 'x', day: '1', month: '7', year: '2030' });
    expect([conflict.status, conflict.text.includes('Typed in vain')]).toEqual([409, true]);
    const unwanted = await linkIn(member, draft, 'Remove Perverse incentives: Off-rolling.');
    expect((await waymark.submit(member, unwanted, {})).status).toBe(303);
  });

  it('let a reviewer write and not publish', async () => {
    const reviewer = await waymark.signIn(education.people.reviewer.email);
    expect((await waymark.open(reviewer, draft)).status).toBe(200);
    expect((await waymark.open(reviewer, `${draft}/publish`)).status).toBe(403);
  });

  it('publish a version that everybody reads; the open term still caps the mission', async () => {
    const published = await waymark.submit(member, `${draft}/publish`, {});
    expect([published.status, published.headers['location']]).toEqual([303, PUBLIC]);
    await waymark.runJobs();
    const text = textOf(await waymark.open(waymark.visitor(), PUBLIC));
    expect(text).toMatch(/Version 1, published by the council on 1 June 2026 \(member\)/);
    expect(text).toMatch(/expected standard Open/);
    expect(text).toMatch(/Ambition.*Whole mission.*Too ambitious.*No precedent\..*member, 1 June 2026/);
    expect(await verdict()).toBe('cannot-tell-yet');
    expect((await waymark.open(member, draft)).status).toBe(409);
  });

  it('lift the cap from the day on which the term is defined, and not before', async () => {
    waymark.clock.set('2026-07-02T08:00:00Z');
    member = await waymark.signIn(education.people.member.email);
    await waymark.submit(member, '/council/quality-reviews', {}, `${draft}/start`);
    const term = await linkIn(member, draft, 'Change Terms');
    await waymark.submit(member, term, { term: 'expected standard', clause: 'a', unclear: 'Which one?', definition: 'A scaled score of 100.', definedBy: '', day: '1', month: '7', year: '2026' });
    expect(await errorsOf(member, term)).toEqual(['#definedBy']);
    await waymark.submit(member, term, { definition: 'A scaled score of 100.', definedBy: 'The council', term: 'expected standard', clause: 'a', unclear: 'Which one?', day: '1', month: '7', year: '2026' });
    expect(await verdict()).toBe('cannot-tell-yet');
    await waymark.submit(member, `${draft}/publish`, {});
    await waymark.runJobs();
    expect(await verdict()).toBe('on-track');
    expect([await verdictOn('2026-07-01'), await verdictOn('2026-07-02')]).toEqual(['cannot-tell-yet', 'on-track']);
    const text = textOf(await waymark.open(waymark.visitor(), PUBLIC));
    expect(text).toMatch(/expected standard Defined.*A scaled score of 100\..*The council.*1 July 2026/);
    // its day of review was 1 July
    expect(text).toMatch(/Pupils on the borderline\. Overdue/);
    expect(textOf(await waymark.open(waymark.visitor(), `${PUBLIC}/versions/1`))).toMatch(/This is an earlier version.*expected standard Open/);
    expect((await waymark.open(waymark.visitor(), `${PUBLIC}/versions/3`)).status).toBe(404);
  });

  it('stand beside the mission, in the list, its file and the API', async () => {
    const mission = textOf(await waymark.open(waymark.visitor(), PUBLIC.replace('/quality', '')));
    expect(mission).toMatch(/Quality review of the mission ?Ambition ?Too ambitious ?Breadth ?Too narrow/);
    expect(mission).toContain('1 perverse incentive is overdue to be looked at.');
    const list = await waymark.open(waymark.visitor(), LIST);
    expect(list.$('tbody tr').text().replaceAll(/\s+/g, ' ')).toMatch(/5\. Education.*Too ambitious.*Too narrow.*In part.*1, of which 1 overdue.*Key stage 2.*The council/);
    const csv = (await waymark.open(waymark.visitor(), `${LIST}.csv`)).response.text.trim().split('\r\n');
    expect(csv[1]).toBe('levelling-up-2022,education,5,Education,2,2026-07-02,,0,,0,narrow,whole mission: too-ambitious,,partly,1,1,Key stage 2');
    expect((await waymark.open(waymark.visitor(), '/api/v1/frameworks/levelling-up-2022/quality.csv')).response.text.trim().split('\r\n')).toEqual(csv);
    const api = JSON.parse((await waymark.open(waymark.visitor(), '/api/v1/frameworks/levelling-up-2022/quality')).response.text) as { items: object[] };
    expect(api.items).toEqual([expect.objectContaining({ mission: 'education', version: 2, openTermCount: 0, ambition: [{ aspect: 'whole mission', verdict: 'too-ambitious', reasons: 'No precedent.' }], ambitionComputed: null, incentivesOverdue: 1 })]);
    const metadata = JSON.parse((await waymark.open(waymark.visitor(), `${LIST}.csv-metadata.json`)).response.text) as { tableSchema: { columns: { name: string }[] } };
    expect(metadata.tableSchema.columns.map(({ name }) => name).join()).toBe(csv[0]);
    expect((await waymark.open(waymark.visitor(), '/api/v1/frameworks/none/quality')).status).toBe(404);
  });

  it('are the council’s in the database too, and never change once they are published', async () => {
    const query = (sql: string, given: unknown[] = []): Promise<unknown> => waymark.dataSource.query(sql, given);
    await expect(query(`UPDATE quality_reviews SET publisher_name = 'x' WHERE number = 1`)).rejects.toThrow(/never changes/);
    await expect(query(`DELETE FROM quality_reviews`)).rejects.toThrow(/kept/);
    await expect(query(`UPDATE quality_findings SET values = '{}'`)).rejects.toThrow(/never changes/);
    await expect(query(`DELETE FROM quality_findings`)).rejects.toThrow(/never changes/);
    const insert = `INSERT INTO quality_reviews (mission_id, status, started_at, edited_by, row_version) VALUES ($1, 'draft', '2026-07-02T08:00:00Z', $2, 1)`;
    await expect(query(insert, [education.mission.id, education.people.administrator.id])).rejects.toThrow(/only the council/);
  });

  it.each([PUBLIC, LIST, PUBLIC.replace('/quality', '')])('take fewer than 15 statements (%s)', async (page) => {
    waymark.clock.advance(86_400_000);
    const { statements } = await statementsOf(() => waymark.open(waymark.visitor(), page));
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(15);
  });

  it('are valid HTML', async () => {
    member = await waymark.signIn(education.people.member.email);
    await waymark.submit(member, '/council/quality-reviews', {}, `${draft}/start`);
    const remove = await linkIn(member, draft, 'Remove Terms');
    const sections = ['terms', 'coverage', 'breadth', 'ambition', 'alignment', 'incentives', 'geography'].map((section) => `${draft}/add/${section}`);
    for (const page of [PUBLIC, LIST, `${PUBLIC}/versions/1`, '/council/quality-reviews', draft, `${draft}/publish`, remove, ...sections]) {
      const { response, status } = await waymark.open(member, page);
      expect([page, status, await faultsOf(response.text)]).toEqual([page, 200, []]);
    }
  });
});
