import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Area } from '#features/areas/area.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Observation } from '#features/observations/observation.entity.js';
import { ReleaseMetric } from '#features/releases/release-metric.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { type TestDatabase } from '../support/database.js';
import { createLoadedDatabase } from '../support/example-database.js';
import { PageLook } from '../support/page-look.js';
import { statementsOf } from '../support/statement-count.js';

const FUND = '/funding/town-deals';
const CSV = `${FUND}/changes.csv`;
/** Barnsley, which has an award of each of the example's two funds. */
const BARNSLEY = 'E08000016';

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

describe('places that got money, beside places that got none', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let look: PageLook;

  const open = (address: string) => waymark.open(waymark.visitor(), address);
  const file = async (): Promise<Record<string, string>[]> => parse((await waymark.visitor().get(CSV)).text, { columns: true });

  beforeAll(async () => {
    database = await createLoadedDatabase();
    waymark = await startTestApplication({ database });
    look = await PageLook.start(waymark);
  }, 240_000);
  afterAll(async () => {
    await look.close();
    await waymark.close();
    await database.drop();
  });

  it('are told by the change in their middle, with counts, for all and for the most deprived fifth', async () => {
    const { $ } = await open(FUND);
    const rows = $('#places').closest('.govuk-grid-row').nextAll('.waymark-scroll').first().find('tbody tr').toArray().map((row) => [$(row).find('th').text(), ...$(row).find('td').toArray().map((cell) => $(cell).text())]);
    const places = await file();
    const slugs = [...new Set(places.map(({ metric }) => metric))];
    expect(rows.length).toBeGreaterThanOrEqual(slugs.length);
    const pay = places.filter(({ metric }) => metric === 'gross-median-weekly-pay');
    for (const [group, of] of [['All that could get some', pay], ['Most deprived fifth', pay.filter(({ deprivation_fifth: fifth }) => fifth === '1')]] as const) {
      const row = rows.find(([metric, name]) => metric?.startsWith('Median gross weekly pay') && name === group) ?? rows.find(([metric, name]) => /weekly pay/i.test(metric ?? '') && name === group);
      const cells = [row?.[3] ?? '', row?.[4] ?? ''];
      for (const [index, got] of ['true', 'false'].entries()) {
        const some = of.filter(({ got_some }) => got_some === got);
        const changes = some.flatMap(({ change }) => (change ? Number(change) : []));
        expect(changes.length).toBeGreaterThan(0);
        expect(cells[index]).toContain(`(${changes.length} of ${some.length} places`);
        expect(cells[index]).toMatch(/^(up|down) /);
        const said = Number((/[\d,]+(\.\d+)?/.exec(cells[index] ?? '')?.[0] ?? '').replaceAll(',', ''));
        expect(Math.abs(said - Math.abs(middle(changes)))).toBeLessThan(0.51);
        expect(cells[index]?.includes('too few to say anything')).toBe(changes.length < 10);
      }
    }
  });

  it('stand in the file one by one: the change is the latest figure less that of the baseline, and who got some is who has an award', async () => {
    const places = await file();
    expect(places.length).toBeGreaterThan(100);
    for (const { change, latest_value: latest, baseline_value: baseline } of places) if (change) expect(Number(change)).toBeCloseTo(Number(latest) - Number(baseline), 6);
    const awards: Record<string, string>[] = parse((await waymark.visitor().get(`${FUND}/awards.csv`)).text, { columns: true });
    const codes = (rows: Record<string, string>[]): string[] => [...new Set(rows.flatMap(({ area_code: code }) => code || []))].sort();
    expect(codes(places.filter(({ got_some }) => got_some === 'true'))).toEqual(codes(awards));
    const metadata = await waymark.visitor().get(`${CSV}-metadata.json`);
    expect(csvwFaultsOf(JSON.parse(metadata.text), { address: CSV, text: (await waymark.visitor().get(CSV)).text })).toEqual([]);
    expect((await waymark.visitor().get('/funding/no-such-fund/changes.csv')).status).toBe(404);
  });

  it('claim no cause, in a page that is valid, in which axe finds nothing, of few statements', async () => {
    const { result, statements } = await statementsOf(() => open(FUND));
    expect([result.status, statements.length < 15]).toEqual([200, true]);
    const told = result.$('#places').closest('.govuk-grid-row').text();
    expect(told).toContain('No cause is claimed.');
    expect(told).toContain('Nothing here says what the money did.');
    await look.at(FUND, result);
  }, 60_000);

  it('have on their own page what has changed in what the money is for, with no cause claimed', async () => {
    const page = await open(`/places/${BARNSLEY}`);
    const { $ } = page;
    const table = $('#money-changes').closest('.govuk-grid-row').next();
    expect($('#money-changes').closest('.govuk-grid-row').text()).toContain('No cause is claimed.');
    const row = table.find('tbody tr').toArray().find((each) => /weekly pay/i.test($(each).text()));
    // the same words as in the table of its figures
    const own = $('table.waymark-place-figures tbody tr').toArray().find((each) => /weekly pay/i.test($(each).find('th').text()));
    expect($(row).find('td').eq(1).text()).toBe($(own).find('td').last().prev().text().trim() || $(own).find('td').last().text().trim());
    expect($(row).find(`a[href="${FUND}#places"]`)).toHaveLength(1);
    // metrics of no mission that the funds are meant to serve are not here
    expect(table.text()).not.toMatch(/Homicide/i);
    await look.at(`/places/${BARNSLEY}`, page);
    // Blackpool got some too
    const { statements } = await statementsOf(() => open('/places/E06000009'));
    expect(statements.length).toBeLessThan(15);
    // a place without an award has no such table
    expect((await open('/places/E09000003')).$('#money-changes')).toHaveLength(0);
  }, 60_000);

  it('have their money per head as soon as people are counted', async () => {
    const metric = await waymark.dataSource.getRepository(Metric).findOneByOrFail({ slug: 'population' });
    const area = await waymark.dataSource.getRepository(Area).findOneByOrFail({ code: BARNSLEY });
    const release = await waymark.dataSource.getRepository(Release).save({
      checksum: 'people', fileName: 'people.csv', publisher: 'ONS', publishedOn: '2026-01-02', publishedAt: new Date('2026-01-02T09:30:00Z'),
      importedAt: new Date('2026-01-02T09:30:00Z'), importedBy: 'test', rowsRead: 1, rowsWithValue: 1, rowsMissing: 0, unconfirmedAreas: [],
    });
    await waymark.dataSource.getRepository(Observation).insert({ metricId: metric.id, areaId: area.id, periodStart: '2020-06-30', periodMonths: 0, releaseId: release.id, value: 250_000 });
    await waymark.dataSource.getRepository(ReleaseMetric).insert({ metricId: metric.id, releaseId: release.id, rows: 1 });
    // pages are kept until something happens
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, () => Promise.resolve());
    const { $ } = await open(`/places/${BARNSLEY}`);
    const money = $('#money').next().find('tbody tr').toArray().map((row) => $(row).find('td').toArray().map((cell) => $(cell).text()).slice(-2));
    // 15,624,456 ÷ 250,000 = 62.497824; 22,931,207 ÷ 250,000 = 91.724828
    expect(money).toEqual([['£15,624,456', '£62.50'], ['£22,931,207', '£91.72']]);
    expect($('main').text()).toContain('Per head of 250,000 people in 2020');
  });
});
