import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { UsersService } from '#features/access/users.service.js';
import { DataGapsQueries } from '#features/data-gaps/data-gaps.queries.js';
import { DataGapsService } from '#features/data-gaps/data-gaps.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';

describe('the pages of data gaps', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let address: string;

  const facts = ({ $ }: Page): Record<string, string> =>
    Object.fromEntries($('.govuk-summary-list__row').toArray().map((row) => [$(row).find('dt').text(), $(row).find('dd').text().trim()]));
  const buttonsFor = async (agent: Agent): Promise<string[]> => {
    const { $ } = await waymark.open(agent, address);
    return $('.govuk-button-group a').toArray().map((link) => $(link).attr('href') ?? '');
  };
  const errorsOf = ({ $ }: Page): [string, string | undefined][] =>
    $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);
  const rowsOf = ({ $ }: Page): string[] => $('tbody tr').toArray().map((row) => $(row).find('th a').attr('href') ?? '');
  const asStatistician = (): Promise<Agent> => waymark.signIn('sam@council.example.org');

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-06-01T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    const { metric, mission, target } = education;
    await waymark.get(UsersService).add(systemActor('command', 'user add'), { name: 'Sam Count', email: 'sam@council.example.org', demo: true, roles: ['statistician'], organisation: 'council' });
    const about = { metricId: metric.id, geography: 'E92000001', geographyName: 'England', missionId: mission.id, targetIds: [target.id], judgementId: null };
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) =>
      waymark.get(DataGapsService).syncInTransaction(tx, [
        { ...about, kind: 'noise', sentence: 'The error hides the answer.', decidingRelease: '2030-12-15' },
        // 15 July 2026 less three months has passed: needed on the day of opening
        { ...about, kind: 'stale', sentence: '=The last figure is old.', decidingRelease: '2026-07-15' },
      ]),
    );
    const noisy = (await waymark.get(DataGapsQueries).all()).find(({ kind }) => kind === 'noise');
    address = `/data-gaps/${noisy?.reference ?? ''}`;
    waymark.clock.set('2026-06-02T08:00:00Z');
  });
  afterAll(() => waymark.close());

  it('list the register for everybody, those needed first at the top', async () => {
    const page = await waymark.open(waymark.visitor(), '/data-gaps');
    expect([page.status, page.$('h1').text(), page.$('title').text()]).toEqual([200, 'Data gaps', 'Data gaps – Waymark']);
    expect(page.$('main').text()).toContain('2 gaps');
    const [first, second] = page.$('tbody tr').toArray().map((row) => page.$(row).text().replaceAll(/\s+/g, ' '));
    expect(first).toMatch(/Out of date.*Department for Education.*No plan.*1 June 2026.*Open.*Overdue/);
    expect(second).toMatch(/Too noisy for its target.*1 June 2027.*Open/);
    expect(second).not.toContain('Overdue');
  });

  it.each<[string, number]>([
    ['kind=noise', 1],
    ['kind=coverage', 0],
    ['mission=levelling-up-2022/education', 2],
    ['mission=levelling-up-2022/health', 0],
    ['owner=dfe', 2],
    ['owner=dhsc', 0],
    ['overdue=yes', 1],
    ['mission=&kind=&owner=', 2],
    ['kind=nonsense', 0],
  ])('filter by %s: %d', async (query, count) => {
    const page = await waymark.open(waymark.visitor(), `/data-gaps?${query}`);
    expect(rowsOf(page)).toHaveLength(count);
    expect(page.$('main').text().includes('No gap matches these filters.')).toBe(count === 0);
  });

  it('keep what was chosen in the filters', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/data-gaps?kind=noise&owner=dfe&overdue=yes');
    expect([$('#kind option[selected]').text(), $('#owner option[selected]').text(), $('#overdue').attr('checked')]).toEqual([
      'Too noisy for its target', 'Department for Education', 'checked',
    ]);
  });

  it('are a CSV with CSVW metadata beside it, and no formula in it', async () => {
    const { response } = await waymark.open(waymark.visitor(), '/data-gaps.csv');
    expect(response.headers['content-type']).toMatch(/^text\/csv/);
    expect(response.headers['link']).toContain('</data-gaps.csv-metadata.json>');
    const [header, ...lines] = response.text.trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^DG-2026-\w{4},stale,open,true,key-stage-2,Pupils at the expected standard,E92000001,England,'=The last figure is old\.,levelling-up-2022\/education,levelling-up-2022\/education,expected-standard,Department for Education,,,,2026-06-01,2026-06-01,2026-06-01,,$/);
    const metadata = JSON.parse((await waymark.open(waymark.visitor(), '/data-gaps.csv-metadata.json')).response.text) as { url: string; tableSchema: { columns: { name: string }[]; primaryKey: string[] } };
    expect(metadata.url).toBe('data-gaps.csv');
    expect(metadata.tableSchema.columns.map(({ name }) => name).join()).toBe(header);
    expect(metadata.tableSchema.primaryKey).toEqual(['reference']);
  });

  it('are in the API, filtered and in pages', async () => {
    const get = async (query: string): Promise<{ items: Record<string, unknown>[]; nextCursor: string | null }> =>
      JSON.parse((await waymark.open(waymark.visitor(), `/api/v1/data-gaps${query}`)).response.text) as never;
    const first = await get('?limit=1');
    const second = await get(`?limit=1&cursor=${first.nextCursor ?? ''}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([1, 1, null]);
    expect(first.items[0]?.['reference']).not.toBe(second.items[0]?.['reference']);
    const overdue = await get('?overdue=true');
    expect(overdue.items).toEqual([
      expect.objectContaining({ kind: 'stale', state: 'open', overdue: true, metric: 'key-stage-2', framework: 'levelling-up-2022', mission: 'education', targets: ['expected-standard'], owner: 'Department for Education', plan: null, dateNeeded: '2026-06-01' }),
    ]);
    expect((await get('?kind=noise&overdue=false')).items).toHaveLength(1);
    expect((await waymark.open(waymark.visitor(), '/api/v1/data-gaps?kind=odd')).status).toBe(400);
  });

  it('show a gap with what is lacking, whose it is, and its history', async () => {
    const page = await waymark.open(waymark.visitor(), address);
    expect(page.$('h1').text()).toMatch(/^Pupils at the expected standard: figures are too noisy for the target \(DG-2026-\w{4}\)$/);
    expect(facts(page)).toMatchObject({
      Areas: 'England', Owner: 'Department for Education', 'Named person': 'Nobody is named', Plan: 'No plan', Resource: 'No resource has been set aside',
      'Needed by': '1 June 2027', 'Targets that need the figures': '90% reach the expected standard',
    });
    expect(page.$('ol li h3').text()).toBe('Opened');
    expect(await buttonsFor(waymark.visitor())).toEqual([]);
    expect((await waymark.open(waymark.visitor(), '/data-gaps/DG-2026-AAAA')).status).toBe(404);
  });

  it.each(['/data-gaps', ''])('take fewer than 15 statements (%s)', async (page) => {
    const { statements } = await statementsOf(() => waymark.open(waymark.visitor(), page || address));
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(15);
  });

  it('are valid HTML, forms too', async () => {
    const statistician = await asStatistician();
    const owner = await waymark.signIn('official@dfe.example.org');
    for (const [agent, page] of [[waymark.visitor(), '/data-gaps'], [waymark.visitor(), address], [statistician, `${address}/edit`], [statistician, `${address}/decide`], [owner, `${address}/plan`]] as const) {
      expect([page, await faultsOf((await waymark.open(agent, page)).response.text)]).toEqual([page, []]);
    }
  });

  it('offer their forms to those who may send them', async () => {
    expect(await buttonsFor(await asStatistician())).toEqual([`${address}/edit`, `${address}/decide`]);
    expect(await buttonsFor(await waymark.signIn('official@dfe.example.org'))).toEqual([`${address}/plan`]);
    expect(await buttonsFor(await waymark.signIn(education.people.otherSro.email))).toEqual([]);
    expect((await waymark.open(await waymark.signIn(education.people.otherSro.email), `${address}/plan`)).status).toBe(403);
    expect((await waymark.open(await waymark.signIn('sro@dfe.example.org'), `${address}/edit`)).status).toBe(403);
    expect((await waymark.open(waymark.visitor(), `${address}/edit`)).response.headers['location']).toBe('/sign-in');
  });

  it('let a statistician change owner, person and date, ask why the date moves, and keep what was typed', async () => {
    const statistician = await asStatistician();
    const page = `${address}/edit`;
    const fields = { ownerId: education.organisations.dhsc.id, ownerPerson: 'Jo Field', plan: '', resource: '', day: '1', month: '9', year: '2027', reason: '' };
    const refused = await waymark.submit(statistician, page, fields);
    expect([refused.status, refused.headers['location']]).toEqual([303, page]);
    const back = await waymark.open(statistician, page);
    expect(back.$('title').text()).toMatch(/^Error: /);
    expect(errorsOf(back)).toEqual([['Enter why the date needed is moved', '#reason']]);
    expect([back.$('#ownerPerson').attr('value'), back.$('#ownerId option[selected]').text(), back.$('#dateNeeded-month').attr('value')]).toEqual([
      'Jo Field', 'Department of Health and Social Care', '9',
    ]);
    await waymark.submit(statistician, page, { ...fields, day: '31', month: '2' });
    expect(errorsOf(await waymark.open(statistician, page))).toEqual([['The date needed must be a real date, like 30 9 2027', '#dateNeeded']]);

    await waymark.submit(statistician, page, { ...fields, ownerId: 'nobody', reason: 'Field work runs to July.' });
    expect(errorsOf(await waymark.open(statistician, page))).toEqual([['Select an organisation from the list', '#ownerId']]);

    const done = await waymark.submit(statistician, page, { ...fields, reason: 'Field work runs to July.' });
    expect([done.status, done.headers['location']]).toEqual([303, address]);
    const shown = await waymark.open(statistician, address);
    expect(facts(shown)).toMatchObject({ Owner: 'Department of Health and Social Care', 'Named person': 'Jo Field', 'Needed by': '1 September 2027' });
    expect(shown.$('ol li').last().text()).toMatch(/Sam Count, Advisory Council[\s\S]*Needed by: 1 September 2027 \(before: 1 June 2027\)[\s\S]*Reason: Field work runs to July\./);
  });

  it('let the owner write the plan', async () => {
    const sro = await waymark.signIn(education.people.otherSro.email);
    const page = `${address}/plan`;
    await waymark.submit(sro, page, { plan: 'A larger sample.', resource: '' });
    expect(errorsOf(await waymark.open(sro, page))).toEqual([['Enter the money or people set aside for it', '#resource']]);
    await waymark.submit(sro, page, { plan: '<b>A larger sample.</b>', resource: '£2 million a year' });
    const shown = await waymark.open(waymark.visitor(), address);
    expect(facts(shown)).toMatchObject({ Plan: '<b>A larger sample.</b>', Resource: '£2 million a year' });
    expect(shown.$('.govuk-tag').first().text().trim()).toBe('Planned');
  });

  it('let a statistician record that a gap is not to be closed, and open it again', async () => {
    const statistician = await asStatistician();
    const page = `${address}/decide`;
    await waymark.submit(statistician, page, { reason: 'x' });
    expect(errorsOf(await waymark.open(statistician, page))).toEqual([['Select what you decide', '#decision']]);
    await waymark.submit(statistician, page, { decision: 'decline', reason: '' });
    expect(errorsOf(await waymark.open(statistician, page))).toEqual([['Enter why the gap is not to be closed', '#reason']]);
    await waymark.submit(statistician, page, { decision: 'decline', reason: 'It would cost more than it tells.' });
    expect(facts(await waymark.open(statistician, address))).toMatchObject({ Reason: 'It would cost more than it tells.' });
    const reopen = await waymark.open(statistician, page);
    expect(reopen.$('input[type="radio"]').toArray().map((radio) => reopen.$(radio).attr('value'))).toEqual(['reopen']);
    await waymark.submit(statistician, page, { decision: 'reopen', reason: 'There is money now.' });
    await waymark.submit(statistician, page, { decision: 'close', reason: 'Replaced.' });
    expect(await buttonsFor(statistician)).toEqual([]);
    expect((await waymark.open(statistician, `${address}/edit`)).status).toBe(409);
    expect((await waymark.open(waymark.visitor(), '/data-gaps')).$('#ended').text()).toBe('Closed, or not to be closed');
  });

  it('lead to the alert on an overdue gap, and back', async () => {
    await waymark.runJobs();
    const list = await waymark.open(waymark.visitor(), '/alerts');
    const row = list.$('tbody tr').first();
    expect(row.text()).toContain('Data gap overdue. A gap in the figures (out of date)');
    const gap = row.find('td a').last().attr('href') ?? '';
    const alert = row.find('th a').attr('href') ?? '';
    expect(gap).toMatch(/^\/data-gaps\/DG-2026-/);
    expect((await waymark.open(waymark.visitor(), gap)).$(`a[href="${alert}"]`)).toHaveLength(1);
    const page = await waymark.open(waymark.visitor(), alert);
    expect(page.$(`main a[href="${gap}"]`)).toHaveLength(1);
    expect(page.$('main').text()).not.toContain('not an official statistic');
  });
});
