import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { User } from '#features/access/user.entity.js';
import { Area } from '#features/areas/area.entity.js';
import { AreasService } from '#features/areas/areas.service.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { PlaceReply } from '#features/places/place-reply.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const PAY = 'gross-median-weekly-pay';
/** Barnsley is in the list under its new code, in the figures under both; the eleventh is not asked. */
const NEIGHBOURS = [
  'AREACD,1,2,3,4,5,6,7,8,9,10,11',
  'E08000003,E08000035,E08000012,E08000025,E06000016,E08000032,E06000023,E08000038,E09000030,E08000021,E06000018,E06000045',
  '',
].join('\n');

describe('a place beside places like it', () => {
  let database: TestDatabase;
  let waymark: TestApplication;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    await waymark.get(AreasService).importGeography(systemActor('command', 'import areas'), { files: [{ fileName: 'demographic.csv', text: NEIGHBOURS }], edition: 2026 });
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const open = (address: string) => waymark.open(waymark.visitor(), address);

  it('gives each metric with the nearest, the mean of ten, the median and the rank, and says how many had a figure', async () => {
    const { status, $, response } = await open('/places/E08000003/benchmark');
    expect([status, $('h1').text()]).toEqual([200, 'Manchester (E08000003) beside places like it']);
    const pay = $(`a[href="/places/E08000003/benchmark/${PAY}"]`).closest('tr').text().replaceAll(/\s+/g, ' ');
    expect(pay).toContain('Leeds');
    expect(pay).toContain('10 of 10 have a figure');
    expect($('main').text()).toContain('made of the outcomes themselves');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('draws one metric with its rank over time, and lists the ten by likeness', async () => {
    const { status, $, response } = await open(`/places/E08000003/benchmark/${PAY}`);
    expect([status, $('figure svg').length]).toEqual([200, 2]);
    const names = $('table tbody th a').toArray().map((each) => $(each).text());
    expect(names.slice(0, 2)).toEqual(['Leeds (E08000035)', 'Liverpool (E08000012)']);
    expect(names).toContain('Barnsley (E08000038)');
    expect(names).toHaveLength(10);
    expect($('#context + dl').text()).toContain('not loaded');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('gives the same as a file with its metadata', async () => {
    const address = `/places/E08000003/benchmark/${PAY}/figures.csv`;
    const { response } = await open(address);
    const rows: Record<string, string>[] = parse(response.text, { columns: true });
    const last = rows.at(-1) ?? {};
    expect(last).toMatchObject({ area_code: 'E08000003', nearest_name: 'Leeds', neighbours_with_figure: '10', neighbours_asked: '10', rank_of: '11' });
    expect(Number(last['rank_best']) <= Number(last['rank']) && Number(last['rank']) <= Number(last['rank_worst'])).toBe(true);
    const metadata = await open(`${address}-metadata.json`);
    expect(csvwFaultsOf(JSON.parse(metadata.response.text), { address, text: response.text })).toEqual([]);
  });

  it('moves the rank over time with its interval, and says of each period how many had a figure', async () => {
    const address = `/places/E08000003/benchmark/${PAY}`;
    const { $ } = await open(address);
    const rows: Record<string, string>[] = parse((await open(`${address}/figures.csv`)).response.text, { columns: true });
    const table = $('figure').last().find('tbody tr').toArray().map((row) => [$(row).find('th').text(), ...$(row).find('td').toArray().map((cell) => $(cell).text())]);
    expect(rows.length).toBeGreaterThan(1);
    expect(table).toHaveLength(rows.length);
    for (const row of rows) {
      const [, rank = '', count] = table.find(([period]) => period === row['period']) ?? [];
      expect(rank).toMatch(row['cannot_be_ranked'] === 'true' ? new RegExp(`anywhere from ${row['rank_best']} to ${row['rank_worst']} of ${row['rank_of']}`) : new RegExp(`^${row['rank']} of ${row['rank_of']}`));
      expect(count).toContain(row['rank_of']);
    }
    expect($('main').text()).toContain('There is no league table');
  });

  it('has the place’s own words beside its figures: those on all of them and those on this one, and no others', async () => {
    const { dataSource } = waymark;
    const area = await dataSource.getRepository(Area).findOneByOrFail({ code: 'E08000003' });
    const [organisation] = await dataSource.getRepository(Organisation).find({ where: { areaCode: area.code } });
    const [author] = await dataSource.getRepository(User).find({ where: { organisationId: organisation?.id ?? '' } });
    const say = async (slug: string | null, words: string): Promise<void> => {
      const metric = slug === null ? null : await dataSource.getRepository(Metric).findOneByOrFail({ slug });
      const reply = { areaId: area.id, metricId: metric?.id ?? null, version: 1, words, organisationId: organisation?.id ?? '', organisationName: 'Manchester City Council', authorId: author?.id ?? '', publishedAt: new Date('2026-03-02T09:00:00Z') };
      await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, async (tx) => void (await tx.manager.getRepository(PlaceReply).insert(reply)));
    };
    const address = `/places/E08000003/benchmark/${PAY}`;
    expect((await open(address)).$('#reply').next().text()).toContain('may reply to its figures');
    await say(null, 'Our figures hide our suburbs.');
    await say(PAY, 'Pay is by workplace here.');
    await say('employment-rate', 'Students are counted.');
    const { $, response } = await open(address);
    expect($('.waymark-answer blockquote').toArray().map((each) => $(each).text()).sort()).toEqual(['Our figures hide our suburbs.', 'Pay is by workplace here.']);
    expect($('.waymark-answer').text()).toContain('Manchester City Council, 2 March 2026');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('takes a place that was recoded under either code, and says where nobody is like it', async () => {
    expect((await open('/places/E08000016/benchmark')).status).toBe(200);
    const { $ } = await open('/places/E08000038/benchmark');
    expect($('main').text()).toContain('nobody to rank it among');
    expect($('tbody tr').length).toBeGreaterThan(0);
  });

  it('is for local authorities alone', async () => {
    expect((await open('/places/E12000001/benchmark')).$('main').text()).toContain('Only local authorities');
    expect((await open(`/places/E12000001/benchmark/${PAY}`)).status).toBe(404);
    expect((await open('/places/X/benchmark')).status).toBe(404);
  });

  it('takes under fifteen statements', async () => {
    for (const address of ['/places/E06000023/benchmark', `/places/E06000023/benchmark/${PAY}`]) {
      const { result, statements } = await statementsOf(() => open(address));
      expect(result.status).toBe(200);
      expect(statements.length).toBeLessThan(15);
    }
  });
});
