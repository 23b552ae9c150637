import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { UsersService } from '#features/access/users.service.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { takeIn } from '#features/releases/release-intake.js';
import { type Release } from '#features/releases/release.entity.js';
import { SeriesBreaksQueries } from '#features/releases/series-breaks.queries.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { cursorOf } from '#platform/api/page-query.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { type ReleasedCell, saveArea, saveRelease } from '../factories/release.factory.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const LIST = '/statistics/releases';
const ENGLAND = 'E92000001';
const YEAR = '2024-09-01/P1Y';

describe('the pages of releases', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let published: Release;
  let embargoed: Release;
  let statistician: Agent;

  /** Saves a release and does what an import does after it. */
  const released = async (publishedAt: string, cells: readonly ReleasedCell[]): Promise<Release> => {
    const release = await saveRelease(waymark.dataSource, education.metric, { publishedAt, cells });
    const move = { actor: 'command:test', event: 'OBSERVATIONS_IMPORTED', subject: `release:${release.id}` };
    await waymark.get(UnitOfWork).run(move, (tx) => takeIn(tx, release, [{ row: 7, text: 'the value is outside its interval', metricId: education.metric.id }]));
    await waymark.runJobs();
    return release;
  };
  const errorsOf = ({ $ }: Page): [string, string | undefined][] =>
    $('.govuk-error-summary a').toArray().map((link) => [$(link).text(), $(link).attr('href')]);

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-03-20T10:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Metric).update(education.metric.id, { combines: 'average' });
    education.metric.combines = 'average';
    for (const [code, name] of [['E12000001', 'North East'], ['E12000009', 'South West']] as const) await saveArea(waymark.dataSource, code, { name, level: 'region', parentCode: ENGLAND });
    await waymark.get(UsersService).add(systemActor('command', 'user add'), { name: 'Mina Patel', email: 'statistician@ons.example.org', roles: ['statistician'], organisation: 'council', demo: true });
    statistician = await waymark.signIn('statistician@ons.example.org');
    await released('2026-01-15T09:30:00Z', [[ENGLAND, '2018-09-01/P1Y', 65], [ENGLAND, YEAR, 77, 'p'], ['E12000001', YEAR, 78], ['E12000009', YEAR, 76]]);
    published = await released('2026-02-15T09:30:00Z', [[ENGLAND, YEAR, 60], ['E12000009', YEAR, null, 'c'], ['E12000001', '2023-09-01/P1Y', 61]]);
    embargoed = await released('2026-03-29T08:30:00Z', [[ENGLAND, YEAR, 90]]);
  }, 60_000);
  afterAll(() => waymark.close());

  it('list what is published, newest first, to everybody', async () => {
    const { $, response, status } = await waymark.open(waymark.visitor(), LIST);
    expect(status).toBe(200);
    expect($('main h2').toArray().map((heading) => $(heading).text())).toEqual(['Published']);
    expect($('tbody th a').toArray().map((link) => $(link).attr('href'))).toEqual([`${LIST}/${published.id}`, `${LIST}/${published.id - 1}`]);
    expect($('tbody tr').first().find('td').toArray().map((cell) => $(cell).text())).toEqual(['15 February 2026 at 9:30am', 'Pupils at the expected standard', '3', '1']);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('list those under embargo first, to statisticians', async () => {
    const { $, response } = await waymark.open(statistician, LIST);
    expect($('main h2').toArray().map((heading) => $(heading).text())).toEqual(['Under embargo', 'Published']);
    expect($('tbody tr').first().text()).toContain('Under embargo until 9:30am on 29 March 2026');
    expect(response.headers['cache-control']).toBe('private, no-store');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('say what a release changed, and which verdicts flipped because of it', async () => {
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), `${LIST}/${published.id}`));
    const { $, response } = result;
    expect(statements.length).toBeLessThan(15);
    expect($('#what-it-changed ~ div').first().find('tbody td').toArray().map((cell) => $(cell).text())).toEqual(['1', '1', '1', '0', '17 percentage points', '17 percentage points', '1', '0']);
    // 60 − 77 = −17, and 17/77 = 22.1 %
    expect($('[aria-labelledby="largest-key-stage-2"] tbody tr').text().replaceAll(/\s+/g, ' ')).toContain('England school year 2024/25 moved 77% 60% −17 percentage points (−22.1%)');
    // due in 2024/25: 65 + 25 × 6/11 = 78.6; 77 is on track, 60 is below where it began
    const flip = $('[aria-labelledby="verdicts"] tbody tr').first();
    expect(flip.find('th a').attr('href')).toBe('/frameworks/levelling-up-2022/missions/education#expected-standard');
    expect(flip.find('td').toArray().map((cell) => $(cell).text())).toEqual([expect.any(String), expect.any(String), 'revised figures']);
    expect(flip.find('td').eq(0).text()).not.toBe(flip.find('td').eq(1).text());
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('list every changed figure, in a page and as a file', async () => {
    const page = await waymark.open(waymark.visitor(), `${LIST}/${published.id}/changes/key-stage-2`);
    expect(page.$('tbody tr').toArray().map((row) => page.$(row).find('th, td').toArray().map((cell) => page.$(cell).text()))).toEqual([
      ['England', 'school year 2024/25', 'moved', '77%', '60%', '−17 percentage points (−22.1%)'],
      ['North East', 'school year 2023/24', 'added', 'blank', '61%', ''],
      ['South West', 'school year 2024/25', 'withdrawn', '76%', 'blank', ''],
    ]);
    expect(await faultsOf(page.response.text)).toEqual([]);
    const { text } = await waymark.visitor().get(`${LIST}/${published.id}/changes.csv`);
    expect((parse(text, { columns: true }) as Record<string, string>[])[0]).toEqual({
      metric: 'key-stage-2', area: ENGLAND, area_name: 'England', period: '2024-09-01/P1Y', period_name: 'school year 2024/25', change: 'moved',
      before: '77', after: '60', difference: '-17', relative_percent: '-22.07792208',
    });
    expect((await waymark.open(waymark.visitor(), `${LIST}/${published.id}/changes/unknown`)).status).toBe(404);
    expect((await waymark.open(waymark.visitor(), `${LIST}/${published.id}/changes/key-stage-2?after=nonsense`)).status).toBe(422);
    expect((await waymark.open(waymark.visitor(), `${LIST}/${published.id}/changes/key-stage-2?after=${cursorOf([1, 'abc', 1])}`)).status).toBe(422);
  });

  it('tell the same by API', async () => {
    const list = (await waymark.visitor().get('/api/v1/releases?limit=1')).body as { items: { release: number }[]; nextCursor: string };
    expect(list.items.map(({ release }) => release)).toEqual([published.id]);
    const next = (await waymark.visitor().get(`/api/v1/releases?limit=1&cursor=${list.nextCursor}`)).body as { items: { release: number }[]; nextCursor: string | null };
    expect([next.items.map(({ release }) => release), next.nextCursor]).toEqual([[published.id - 1], null]);
    const { body } = await waymark.visitor().get(`/api/v1/releases/${published.id}/changes`);
    expect(body).toMatchObject({
      release: published.id,
      metrics: [{ metric: 'key-stage-2', unit: '%', comparedWith: 1, moved: 1, added: 1, withdrawn: 1, unchanged: 0, largestMove: 17, becameFinal: 1, provisional: 0 }],
      verdicts: [{ mission: 'education', target: 'expected-standard', cause: 'revision' }],
    });
    expect((await waymark.visitor().get(`/api/v1/releases/${embargoed.id}/changes`)).status).toBe(404);
    expect((await statistician.get(`/api/v1/releases/${embargoed.id}/changes`)).status).toBe(404);
  });

  it('answer for one under embargo as for none, but to statisticians', async () => {
    for (const address of ['', '/changes.csv', '/changes/key-stage-2']) {
      expect((await waymark.open(waymark.visitor(), `${LIST}/${embargoed.id}${address}`)).status).toBe(404);
      expect((await waymark.open(await waymark.signIn('chair@council.example.org'), `${LIST}/${embargoed.id}${address}`)).status).toBe(404);
      expect((await waymark.open(statistician, `${LIST}/${embargoed.id}${address}`)).status).toBe(200);
    }
    for (const address of ['/0', '/99999999', '/x', '/1e3']) expect((await waymark.open(statistician, `${LIST}${address}`)).status).toBe(404);
    const { $, response } = await waymark.open(statistician, `${LIST}/${embargoed.id}`);
    expect($('.govuk-warning-text').text()).toContain('Under embargo until 9:30am on 29 March 2026');
    expect(response.headers['cache-control']).toBe('private, no-store');
    expect((await statistician.get(`${LIST}/${embargoed.id}/changes.csv`)).headers['cache-control']).toBe('private, no-store');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('have warnings acknowledged by name, one by one and all of a kind', async () => {
    const page = `${LIST}/${published.id - 1}`;
    expect((await waymark.open(waymark.visitor(), page)).$('a:contains("Acknowledge")')).toHaveLength(0);
    // England 77 is between its regions, 76 and 78; in the second release 60 stands beside 78 alone
    const before = await waymark.open(statistician, page);
    expect(before.$('#warnings ~ p').eq(1).text()).toBe('1 warning has not been looked at.');
    const link = before.$('[aria-labelledby="warnings"] a').attr('href') ?? '';
    const form = await waymark.open(statistician, link);
    expect(form.$('main li').text()).toBe('Row 7: the value is outside its interval');
    expect(await faultsOf(form.response.text)).toEqual([]);
    await waymark.submit(statistician, link, { note: ' ' });
    expect(errorsOf(await waymark.open(statistician, link))).toEqual([['Enter what you found', '#note']]);
    const done = await waymark.submit(statistician, link, { note: 'Rounding; the producer knows.' });
    expect([done.status, done.headers['location']]).toEqual([303, page]);
    const after = await waymark.open(waymark.visitor(), page);
    expect(after.$('main').text()).toContain('All warnings have been looked at.');
    expect(after.$('[aria-labelledby="warnings"] td').last().text()).toBe('Mina Patel, 20 March 2026Rounding; the producer knows.');
    expect((await waymark.open(statistician, link)).status).toBe(404);

    const ofKind = `${LIST}/${published.id}/warnings/row`;
    expect((await waymark.open(statistician, `${LIST}/${published.id}`)).$(`a[href="${ofKind}"]`).text()).toBe('Acknowledge the one remark on a row of the file');
    await waymark.submit(statistician, ofKind, { note: 'All rounding.' });
    const facts: { facts: object }[] = await waymark.dataSource.query(`SELECT facts FROM audit_entries WHERE event = 'WARNING_ACKNOWLEDGED' ORDER BY position`);
    expect(facts.map(({ facts: found }) => found)).toEqual([
      { warningId: expect.any(Number), acknowledged: 1, note: 'Rounding; the producer knows.' }, { kind: 'row', acknowledged: 1, note: 'All rounding.' },
    ]);
    expect((await waymark.open(waymark.visitor(), link)).response.headers['location']).toBe('/sign-in');
    expect((await waymark.open(await waymark.signIn('chair@council.example.org'), link)).status).toBe(403);
  });

  it('record breaks of series, for good', async () => {
    const address = `${LIST}/${published.id}/breaks/new`;
    const form = await waymark.open(statistician, address);
    expect(form.$('input[name="metricId"]').attr('checked')).toBe('checked');
    expect(await faultsOf(form.response.text)).toEqual([]);
    await waymark.submit(statistician, address, { metricId: String(education.metric.id), period: 'soon', what: '', reason: '' });
    expect(errorsOf(await waymark.open(statistician, address)).map(([, href]) => href)).toEqual(['#period', '#what', '#reason']);
    await waymark.submit(statistician, address, { metricId: '', period: YEAR, what: 'New tests', reason: 'Producer' });
    expect(errorsOf(await waymark.open(statistician, address))).toEqual([['Select a metric of this release', '#metricId']]);
    await waymark.submit(statistician, address, { metricId: String(education.metric.id), period: YEAR, what: 'New tests', reason: 'Notice of 3 March' });
    const { $ } = await waymark.open(waymark.visitor(), `${LIST}/${published.id}`);
    expect($('[aria-labelledby="breaks"] tbody').text().replaceAll(/\s+/g, ' ')).toContain('Pupils at the expected standard school year 2024/25 New tests Notice of 3 March Mina Patel, 20 March 2026');
    expect([...(await waymark.get(SeriesBreaksQueries).of([education.metric.id]))]).toEqual([[education.metric.id, [{ periodKey: YEAR, what: 'New tests' }]]]);
  });

  it('move the hour of one under embargo, with a reason, and of no other', async () => {
    const address = `${LIST}/${embargoed.id}/hour`;
    const form = await waymark.open(statistician, address);
    expect(['day', 'month', 'year', 'time'].map((name) => form.$(`input[name="${name}"]`).attr('value'))).toEqual(['29', '3', '2026', '09:30']);
    expect(await faultsOf(form.response.text)).toEqual([]);
    const next = { day: '30', month: '3', year: '2026', time: '09:30', reason: 'The producer asked.' };
    await waymark.submit(statistician, address, { ...next, day: '20', time: '09:59' });
    expect(errorsOf(await waymark.open(statistician, address))).toEqual([['The new hour of publication must be in the future', '#publishedOn']]);
    await waymark.submit(statistician, address, { ...next, reason: '' });
    expect(errorsOf(await waymark.open(statistician, address))).toEqual([['Enter why the hour is moved', '#reason']]);
    await waymark.submit(statistician, address, { ...next, day: '31', month: '2', time: 'noon' });
    expect(errorsOf(await waymark.open(statistician, address)).map(([, href]) => href)).toEqual(['#publishedOn', '#time']);
    expect((await waymark.submit(statistician, address, next)).status).toBe(303);
    expect((await waymark.open(statistician, `${LIST}/${embargoed.id}`)).$('.govuk-warning-text').text()).toContain('Under embargo until 9:30am on 30 March 2026');
    expect((await waymark.open(statistician, `${LIST}/${published.id}/hour`)).status).toBe(409);
  });
});
