import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { systemActor } from '#domain/access/permissions.js';
import { FundingImportService } from '#features/funding/funding-import.service.js';
import { FundingModule } from '#features/funding/funding.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createLoadedDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const DATA = process.env['WAYMARK_TEST_SHARED_DATA'] ?? path.resolve('../shared/data');
const ACTOR = systemActor('command', 'import funding');
const GRANTS = 'gss_code,council,financial_year,number_of_grants,ring_fenced_gbp,total_gbp';

describe('the pages of money', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  const page = async (address: string): Promise<string> => {
    const { status, text } = await waymark.visitor().get(address);
    expect([address, status]).toEqual([address, 200]);
    return text;
  };
  const load = async (fileName: string, bytes: Buffer): Promise<void> => void (await waymark.get(FundingImportService).importFile(ACTOR, { fileName, bytes, dryRun: false }));

  beforeAll(async () => {
    database = await createLoadedDatabase();
    waymark = await startTestApplication({ database, modules: [WebModule, JobsModule, FundingModule] });
  }, 240_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  it('list the example’s funds with what they are to serve', async () => {
    const html = await page('/funding');
    expect(html).toContain('href="/funding/future-high-streets-fund"');
    expect(html).toContain('href="/frameworks/levelling-up-2022/missions/pride-in-place"');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('show who got any, how much, where, and each award', async () => {
    const html = await page('/funding/town-deals');
    // Cumberland, Buckinghamshire, West Northamptonshire and Sheffield have no figure of 2019 under their present codes
    expect(html).toContain('Most deprived fifth');
    expect(html).toContain('population is not loaded');
    expect(html).toContain('4 places have no deprivation figure under the code in use and are in no fifth; 2 of them got some');
    expect(html).toContain('No data: population not loaded');
    expect(html).toContain('do not add up to the total');
    expect(html).toMatch(/<svg role="img" aria-label="Money of each authority against its deprivation/);
    expect(await faultsOf(html)).toEqual([]);
    expect(await page('/funding/future-high-streets-fund')).toContain('fewer than 10 say nothing');
    expect((await waymark.visitor().get('/funding/no-such-fund')).status).toBe(404);
  });

  it('give the awards as a file, described', async () => {
    const { text, headers } = await waymark.visitor().get('/funding/future-high-streets-fund/awards.csv');
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(14);
    expect(rows[0]).toEqual({ place: 'Barnsley Town Centre', council: 'Barnsley Metropolitan Borough Council', area_code: 'E08000016', area_name: 'Barnsley', financial_year: '', rdel_gbp: '0', cdel_gbp: '0', total_gbp: '15624456' });
    expect(headers['link']).toContain('describedby');
    const { body } = await waymark.visitor().get('/funding/future-high-streets-fund/awards.csv-metadata.json');
    expect(JSON.stringify(body)).toContain('total_gbp');
  });

  it('lead from a mission to its funds, and give both as public lists', async () => {
    const mission = await page('/frameworks/levelling-up-2022/missions/skills');
    expect(mission).toContain('<a class="govuk-link" href="/funding/town-deals">Town Deals</a>');
    expect(mission).not.toContain('/funding/future-high-streets-fund');
    const funds = (await waymark.visitor().get('/api/v1/funds?mission=levelling-up-2022/skills')).body as { items: Record<string, unknown>[] };
    expect(funds.items.map(({ slug, awards, missions }) => [slug, awards, missions])).toEqual([['town-deals', 26, ['levelling-up-2022/pride-in-place', 'levelling-up-2022/living-standards', 'levelling-up-2022/skills']]]);
    const awards = (await waymark.visitor().get('/api/v1/awards?area=E08000016&fund=town-deals')).body as { items: Record<string, unknown>[] };
    // Goldthorpe’s parts do not make its total, which stands as published
    expect(awards.items.map(({ place, addsUp }) => [place, addsUp])).toEqual([['Goldthorpe', false]]);
  });

  it('say on the page of a place what went to it, and what is missing', async () => {
    const html = await page('/places/E08000016');
    expect(html.replaceAll(/<td [^>]*>/g, '<td>')).toContain('Barnsley Town Centre</td><td>£15,624,456</td><td>No data</td>');
    expect(html).toContain('2020/21 and 2021/22 (of the fund; the file gives none)');
    expect(html).toContain('No population is loaded for this place.');
    expect(html).toContain('No file of councils’ grants has been loaded.');
    expect(await faultsOf(html)).toEqual([]);
    const rows = parse((await waymark.visitor().get('/places/E08000016/money.csv')).text, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ fund, place, total_gbp: total }) => [fund, place, total])).toEqual([['future-high-streets-fund', 'Barnsley Town Centre', '15624456'], ['town-deals', 'Goldthorpe', '22931207']]);
    expect(JSON.stringify((await waymark.visitor().get('/places/E08000016/money.csv-metadata.json')).body)).toContain('fund_awarded');
    expect(await page('/places/E09000003')).toContain('No award to this place is in the files that have been loaded: Future High Streets Fund; Town Deals.');
    expect((await waymark.visitor().get('/places/E99999999/money.csv')).status).toBe(404);
  });

  it('set what has changed in its targets beside a fund’s money, and claim no cause', async () => {
    const html = await page('/funding/town-deals');
    expect(html).toContain('No cause is claimed.');
    const rows = html.slice(html.indexOf('id="changes"'), html.indexOf('id="places"')).match(/<tr class="govuk-table__row"[^>]*><th scope="row".*<\/tr>/g) ?? [];
    const targets: { count: number }[] = await waymark.dataSource.query(
      `SELECT count(*)::int AS count FROM targets t JOIN missions m ON m.id = t.mission_id JOIN frameworks f ON f.id = m.framework_id WHERE f.slug = 'levelling-up-2022' AND m.slug IN ('pride-in-place', 'living-standards', 'skills')`,
    );
    expect(rows).toHaveLength(targets[0]?.count ?? 0);
    expect(rows.some((row) => /(up|down) [\d.,]+/.test(row))).toBe(true);
    expect(rows.every((row) => row.includes('/frameworks/levelling-up-2022/missions/'))).toBe(true);
  });

  it('say that there is no data on the grants of councils until a file is loaded', async () => {
    const html = await page('/funding/grants-of-councils');
    expect(html).toContain('No data: no file of councils’ grants has been loaded.');
    for (const column of GRANTS.split(',')) expect(html).toContain(`<code>${column}</code>`);
    expect(await faultsOf(html)).toEqual([]);
  });

  it('stay under fifteen statements', async () => {
    for (const address of ['/funding', '/funding/town-deals', '/funding/grants-of-councils', '/places/E08000016']) {
      const { statements } = await statementsOf(() => waymark.visitor().get(`${address}?fresh`));
      expect([address, statements.length < 15]).toEqual([address, true]);
    }
  });

  it('keep grants of councils as published, and refuse what cannot be', async () => {
    await expect(load('grants.csv', Buffer.from(`${GRANTS}\nE06000002,Middlesbrough,2022/24,x,5,4`))).rejects.toThrow('was refused');
    await load('grants.csv', Buffer.from(`${GRANTS}\nE06000002,Middlesbrough,2022/23,44,30,100`));
    expect(await waymark.dataSource.query('SELECT council, year, grants, ring_fenced, total FROM authority_grants')).toEqual([{ council: 'Middlesbrough', year: '2022/23', grants: 44, ring_fenced: '30', total: '100' }]);
    const html = await page('/funding/grants-of-councils');
    expect(html.replaceAll(/\s*<[^>]+>\s*/g, ' ')).toMatch(/Middlesbrough +2022\/23 +44 +£30 +£100 +30%/);
    expect(await faultsOf(html)).toEqual([]);
    expect((await waymark.visitor().get('/funding/grants-of-councils.csv')).text).toContain('E06000002,Middlesbrough,2022/23,44,30,100');
    const place = await page('/places/E06000002');
    expect(place).toContain('Grants of the council by year');
    expect(await faultsOf(place)).toEqual([]);
    expect(await page('/places/E08000016')).toContain('no data for this place');
  });

  it('take the newest file of a fund, whole', async () => {
    await load('awards.csv', Buffer.from('fund,place,council,gss_code,financial_year,rdel_gbp,cdel_gbp,total_gbp\nFHSF,Border,Leeds,E08000035,2021/22,1,2,3\nFHSF,Border,Bradford,E08000032,2021/22,1,3,4'));
    const html = await page('/funding/future-high-streets-fund');
    expect(html).not.toContain('Barnsley Town Centre');
    expect(html).toContain('2021/22');
    expect(html).toContain('£7</dd>');
  });

  const shared = existsSync(DATA);
  if (!shared) console.log('funding.spec.ts: skipped the published files, for there are none');
  (shared ? it : it.skip)('count the published files as others do', async () => {
    const counts = JSON.parse(readFileSync('test/integration/funding-counts.json', 'utf8')) as Record<'joined', { rows: number; total: number }>;
    for (const file of ['derived/towns_fund_by_place_and_la.csv', 'funding/towns_fund_grant_awarded.csv', 'funding/towns_fund_place_to_la.csv']) await load(path.basename(file), readFileSync(path.join(DATA, file)));
    const html = await page('/funding');
    const numbers = [...html.matchAll(/numeric"[^>]*>([^<]+)</g)].map(([, cell]) => cell ?? '').slice(3);
    const [awards, money] = [0, 2].map((column) => [0, 3].reduce((sum, row) => sum + Number((numbers[row + column] ?? '').replaceAll(/[£,]/g, '')), 0));
    expect([awards, money]).toEqual([counts.joined.rows, counts.joined.total]);
  });
});
