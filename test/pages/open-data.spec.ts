import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { systemActor } from '#domain/access/permissions.js';
import { CouncilBudget } from '#features/council/council-budget.entity.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { API_ROOT, OPEN_LISTS, type OpenList } from '#features/open-data/open-list.js';
import { ReportEdition } from '#features/reports/report-edition.entity.js';
import { Report } from '#features/reports/report.entity.js';
import { type Release } from '#features/releases/release.entity.js';
import { type EducationMission, publishFigures, saveDeliveredReturn, saveEducationMission } from '../factories/education-mission.factory.js';
import { saveLetter } from '../factories/letter.factory.js';
import { saveArea, saveRelease } from '../factories/release.factory.js';
import { saveScheduledReport } from '../factories/report.factory.js';
import { sizeInWords } from '#platform/pages/file-size.js';
import { actingAs } from '../support/acting.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const BEFORE = '2026-06-04T07:30:00Z';
const HOUR = '2026-06-04T08:30:00Z';
const SECRET = /Secretshire|E06000999|LT-SECRET|AR-SECRET|factory \d+|figures-\d+\.csv|Schools are catching up/;
const BODY = '{"licence":"Open Government Licence v3.0","missions":[],"schema":"waymark-report-edition/1"}';
const CHECKSUM = createHash('sha256').update(BODY).digest('hex');

describe('open data', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let embargoed: Release;
  let published: Release;

  const get = (address: string): ReturnType<ReturnType<TestApplication['visitor']>['get']> => waymark.visitor().get(address);
  const judge = async (): Promise<void> => void (await waymark.get(JudgementsService).judge(systemActor('command', 'judge')));
  const listOf = ({ path }: OpenList): string => `/${API_ROOT}/${path.replace(':framework', 'levelling-up-2022').replace(':reference', 'AR-SECRET')}`;

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-05-04T08:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    published = await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2023-09-01/P1Y': 77 }, '2025-12-10');
    await judge();
    await publishFigures(waymark.dataSource, education, { '2024-09-01/P1Y': 66 }, '2026-05-01');
    await judge();
    await saveDeliveredReturn(waymark.dataSource, education, 'amber-green');
    waymark.clock.set(BEFORE);
    await saveArea(waymark.dataSource, 'E06000999', { name: 'Secretshire', confirmed: false });
    embargoed = await saveRelease(waymark.dataSource, education.metric, { publishedAt: HOUR, importedAt: '2026-06-03T08:00:00Z', cells: [['E06000999', '2024-09-01/P1Y', 12], ['E92000001', '2025-09-01/P1Y', 13]] });
    await waymark.dataSource.query(`UPDATE releases SET unconfirmed_areas = '{E06000999}' WHERE id = $1`, [embargoed.id]);
    await saveLetter(waymark.dataSource, { reference: 'LT-SECRET', subject: 'LT-SECRET', body: 'LT-SECRET', createdAt: waymark.clock.now(), publishedAt: null });
    const { frameworkId } = education.mission;
    await saveScheduledReport(waymark.dataSource, education.people.chair.id, { reference: 'AR-SECRET', frameworkId, kind: 'council', publishAt: new Date(HOUR) });
  }, 120_000);
  afterAll(() => waymark.close());

  it('never tells of a release before its hour, a draft report, a draft letter or an unpublished return', async () => {
    const addresses = [
      '/data', '/data/verdicts.csv', '/data/verdicts.csv-metadata.json', '/api/v1/metrics/key-stage-2/observations', '/api/v1/metrics/key-stage-2/observations.csv', '/api/v1/metrics/key-stage-2/observations.csv-metadata.json',
      ...OPEN_LISTS.flatMap((list) => [listOf(list), `${listOf(list)}.csv`, `${listOf(list)}.csv-metadata.json`]),
    ];
    for (const address of addresses) {
      const answer = await get(address);
      expect([address, answer.status]).toEqual([address, address.includes('AR-SECRET') ? 404 : 200]);
      const own = answer.text.replaceAll(address, '');
      expect([address, SECRET.exec(own)?.[0]]).toEqual([address, undefined]);
    }
    const owed = (await get('/api/v1/returns/ER-2026-7K3D')).body as { status: string; accepted: unknown };
    expect([owed.status, owed.accepted]).toEqual(['due', null]);
  });

  it.each([
    ['/api/v1/releases/2147483', () => `/api/v1/releases/${embargoed.id}`], ['/data/releases/2147483.csv', () => `/data/releases/${embargoed.id}.csv`],
    ['/data/releases/2147483.csv-metadata.json', () => `/data/releases/${embargoed.id}.csv-metadata.json`], ['/api/v1/releases/2147483/changes', () => `/api/v1/releases/${embargoed.id}/changes`],
    ['/api/v1/areas/E06000998', () => '/api/v1/areas/E06000999'], ['/api/v1/letters/LT-NOTHING', () => '/api/v1/letters/LT-SECRET'], ['/api/v1/reports/AR-NOTHING', () => '/api/v1/reports/AR-SECRET'],
    ['/api/v1/reports/AR-NOTHING/editions', () => '/api/v1/reports/AR-SECRET/editions'], ['/api/v1/reports/AR-NOTHING/editions/1', () => '/api/v1/reports/AR-SECRET/editions/1'],
  ])('answers what is not public as it answers %s', async (unknown, addressOf) => {
    const plain = ({ status, headers, text }: { status: number; headers: Record<string, string>; text: string }, address: string): unknown[] => [
      status, headers['content-type'], headers['etag'] === undefined, text.replaceAll(address, ''),
    ];
    const [none, hidden] = [await get(unknown), await get(addressOf())];
    expect(none.status).toBe(404);
    if (unknown.startsWith('/api/')) expect(plain(hidden as never, addressOf())).toEqual(plain(none as never, unknown));
    expect([hidden.status, (await waymark.visitor().head(addressOf())).status]).toEqual([404, 404]);
    expect(hidden.text).not.toMatch(/embargo|draft|Secret/);
  });

  it('keeps every verdict in one file, the superseded ones too, each with its cause', async () => {
    const [csv, metadata] = [await get('/data/verdicts.csv'), await get('/data/verdicts.csv-metadata.json')];
    expect(csvwFaultsOf(JSON.parse(metadata.text), { address: '/data/verdicts.csv', text: csv.text })).toEqual([]);
    const rows = parse(csv.text, { columns: true }) as Record<string, string>[];
    const own = rows.filter(({ target, against }) => target === education.target.slug && against === 'as-it-stood');
    expect(own.map(({ word, cause, current, releases, area, target_version }) => ({ word, cause, current, releases: releases !== '', area, target_version }))).toEqual([
      { word: 'on-track', cause: 'first', current: 'false', releases: true, area: 'E92000001', target_version: '1' },
      { word: 'off-track', cause: 'new-period', current: 'true', releases: true, area: 'E92000001', target_version: '1' },
    ]);
    expect(own[0]?.['effective_to']).toBe(own[1]?.['effective_from']);
    const [row]: { count: number }[] = await waymark.dataSource.query('SELECT count(*)::integer AS count FROM judgements');
    expect(rows.filter(({ against }) => against === 'as-it-stood')).toHaveLength(row?.count ?? 0);
  });

  it('keeps each release as it was imported, with the checksum of its original', async () => {
    const address = `/data/releases/${published.id}.csv`;
    const [csv, metadata] = [await get(address), await get(`${address}-metadata.json`)];
    expect(csvwFaultsOf(JSON.parse(metadata.text), { address, text: csv.text })).toEqual([]);
    expect((parse(csv.text, { columns: true }) as Record<string, string>[]).map(({ value, release }) => [value, release])).toEqual([['65', String(published.id)], ['77', String(published.id)]]);
    expect((JSON.parse(metadata.text) as Record<string, string>)['dc:description']).toContain(`SHA-256 ${published.checksum}`);
    const packed = await get(address).set('Accept-Encoding', 'gzip');
    expect([packed.headers['content-encoding'], packed.text]).toEqual(['gzip', csv.text]);
  });

  it.each<[string, string, Record<string, string>, string | undefined]>([
    ['GET', '/api/v1/metrics', {}, '*'],
    ['GET', '/api/v1/metrics/key-stage-2/observations.csv', {}, '*'],
    ['HEAD', '/data/verdicts.csv', {}, '*'],
    ['GET', '/data', {}, '*'],
    ['GET', '/api/v1/metrics', { Authorization: 'Bearer wm_x' }, undefined],
    ['GET', '/data', { Cookie: 'waymark=x' }, undefined],
    ['GET', '/missions', {}, undefined],
    ['GET', '/database', {}, undefined],
    ['POST', '/api/v1/returns', {}, undefined],
    ['POST', '/data', {}, undefined],
  ])('may be read by pages of other sites where it is open: %s %s %j', async (method, address, headers, origin) => {
    const agent = waymark.visitor();
    const answer = await { GET: () => agent.get(address), HEAD: () => agent.head(address), POST: () => agent.post(address) }[method as 'GET']().set(headers);
    expect([answer.headers['access-control-allow-origin'], answer.headers['cross-origin-resource-policy'], answer.headers['access-control-allow-credentials']]).toEqual([origin, origin ? 'cross-origin' : 'same-origin', undefined]);
  });

  it('lists all of it on one page', async () => {
    const { $, response, status } = await waymark.open(waymark.visitor(), '/data');
    expect([status, await faultsOf(response.text), $('h1').length]).toEqual([200, [], 1]);
    const links = $('main a[href*=".csv"]').toArray().map((link) => $(link).attr('href') ?? '');
    expect(links.length).toBeGreaterThan(50);
    for (const link of links) expect([link, (await get(link)).status]).toEqual([link, 200]);
    expect(links).not.toContain(`/data/releases/${embargoed.id}.csv`);
    // each size is that of the bytes that come
    const sized = $('main a[href$=".csv"]').toArray();
    for (const link of sized) {
      const file = await get($(link).attr('href') ?? '').set('Accept-Encoding', 'identity');
      expect([$(link).attr('href'), $(link).text().split(' of ')[0]]).toEqual([$(link).attr('href'), `CSV, ${sizeInWords(Number(file.headers['content-length']))}`]);
    }
    waymark.clock.set('2026-06-05T08:00:00Z');
    expect((await statementsOf(() => waymark.open(waymark.visitor(), '/data'))).statements.length).toBeLessThan(15);
    waymark.clock.set(BEFORE);
  });

  it('loses nothing and doubles nothing where lines are added between two pages', async () => {
    const keptBy = education.people.chair.id;
    const add = (year: number) => actingAs(waymark.dataSource, `user:${keptBy}`, (manager) => manager.getRepository(CouncilBudget).save({ year, givenBy: 'The department', amount: '100', spent: null, staff: null, note: '', keptBy }));
    for (const year of [2022, 2024, 2026]) await add(year);
    const first = (await get('/api/v1/council/budgets?limit=2')).body as { items: { year: number }[]; next: string };
    for (const year of [2021, 2023, 2025]) await add(year);
    const second = (await get(first.next)).body as { items: { year: number }[]; next: string | null };
    expect([first.items, second.items].map((items) => items.map(({ year }) => year))).toEqual([[2022, 2024], [2025, 2026]]);
    expect(second.next).toBeNull();
  });

  it('gives an edition as it was frozen, byte for byte', async () => {
    const { id } = await waymark.dataSource.getRepository(Report).findOneByOrFail({ reference: 'AR-SECRET' });
    await waymark.dataSource.getRepository(ReportEdition).save({ reportId: id, number: 1, body: BODY, checksum: CHECKSUM, publishedAt: new Date(HOUR) });
    await actingAs(waymark.dataSource, 'job:watch-reports', (manager) => manager.getRepository(Report).update({ id }, { editions: 1, state: 'published' }));
    const answer = await get('/api/v1/reports/AR-SECRET/editions/1');
    expect([answer.status, answer.text, answer.headers['etag']]).toEqual([200, BODY, `"${CHECKSUM}"`]);
    expect((await get('/api/v1/reports/AR-SECRET/editions')).body).toMatchObject({ items: [{ report: 'AR-SECRET', number: 1, checksum: CHECKSUM, bytes: BODY.length }], next: null });
    expect((await get('/api/v1/reports/AR-SECRET')).body).toMatchObject({ reference: 'AR-SECRET', editions: 1 });
    expect((await get('/api/v1/reports/AR-SECRET/editions.csv')).status).toBe(200);
  });

  it('shows a release from its hour on', async () => {
    waymark.clock.set(HOUR);
    expect((await get(`/data/releases/${embargoed.id}.csv`)).text).toContain('Secretshire');
    expect((await get('/api/v1/areas')).text).toContain('E06000999');
  });

  it('answers whatever stands in an address with an answer or a refusal', async () => {
    const lists = OPEN_LISTS.map(listOf);
    const names = fc.oneof(fc.constantFrom('limit', 'cursor', 'from', 'to', 'mission', 'kind', 'current', 'release', 'area', 'period'), fc.string({ maxLength: 12 }));
    const values = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('0', '-1', '1e9', '2019-02-30', '0000-01-01', "'", '%', '\\', 'NaN', '[]', 'true', '99999999999999999999'));
    const address = fc.constantFrom(...lists, ...lists.map((list) => `${list}.csv`), '/api/v1/metrics/key-stage-2/observations', '/data/verdicts.csv', '/data/releases/1.csv');
    await fc.assert(
      fc.asyncProperty(address, fc.array(fc.tuple(names, values), { maxLength: 3 }), fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })), async (path, query, id) => {
        const search = new URLSearchParams(query).toString();
        const { status } = await get(`${path}${id === null ? '' : `/${encodeURIComponent(id)}`}${search ? `?${search}` : ''}`);
        expect([200, 301, 302, 303, 400, 401, 404, 422]).toContain(status);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
