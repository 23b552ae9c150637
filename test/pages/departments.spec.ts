import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { saveLetter } from '../factories/letter.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { type TestDatabase } from '../support/database.js';
import { createExampleDatabase } from '../support/example-database.js';
import { PageLook } from '../support/page-look.js';
import { statementsOf } from '../support/statement-count.js';

const TABLES = ['missions', 'returns', 'plans', 'alerts', 'promises', 'recommendations', 'letters', 'ratings', 'data-gaps'];

describe('the pages of departments', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let look: PageLook;
  let dhsc: string;

  const rowsOf = async (table: string): Promise<Record<string, string>[]> => parse((await waymark.visitor().get(`/departments/dhsc/${table}.csv`)).text, { columns: true });

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
    look = await PageLook.start(waymark);
    const [row] = (await waymark.dataSource.query(`SELECT id FROM organisations WHERE slug = 'dhsc'`)) as { id: string }[];
    dhsc = row?.id ?? '';
  }, 180_000);
  afterAll(async () => {
    await look.close();
    await waymark.close();
    await database.drop();
  });

  it.each(['/departments', '/departments/dhsc', '/departments/dfe'])('%s is sound, in under fifteen statements', async (address) => {
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), address));
    expect([address, result.status]).toEqual([address, 200]);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.length).toBeLessThan(15);
    await look.at(address, result);
  });

  it('lists every department with what the tables hold of it', async () => {
    const rows = parse((await waymark.visitor().get('/departments.csv')).text, { columns: true }) as Record<string, string>[];
    const departments = (await waymark.dataSource.query(`SELECT slug FROM organisations WHERE kind = 'department' ORDER BY name, slug`)) as { slug: string }[];
    expect(rows.map(({ slug }) => slug)).toEqual(departments.map(({ slug }) => slug));
    const [counted] = (await waymark.dataSource.query(
      `SELECT (SELECT count(*) FROM mission_leads WHERE organisation_id = $1 AND to_date IS NULL)::text AS led, (SELECT count(*) FROM alerts WHERE organisation_id = $1 AND status <> 'closed')::text AS open`, [dhsc],
    )) as { led: string; open: string }[];
    expect(rows.find(({ slug }) => slug === 'dhsc')).toMatchObject({ missions_led: counted?.led, open_alerts: counted?.open });
  });

  it('has a file and its metadata for each table, with the rows of the page', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/departments/dhsc');
    expect($('a[href$=".csv"]').toArray().map((link) => $(link).attr('href'))).toEqual(TABLES.map((table) => `/departments/dhsc/${table}.csv`));
    for (const table of TABLES) {
      const address = `/departments/dhsc/${table}.csv`;
      const csv = await waymark.visitor().get(address);
      const metadata = await waymark.visitor().get(`${address}-metadata.json`);
      expect([table, csvwFaultsOf(metadata.body, { address, text: csv.text })]).toEqual([table, []]);
      expect([table, (await rowsOf(table)).length]).toEqual([table, $(`[aria-labelledby=${table}] tbody tr`).length]);
    }
  });

  it('shows what it leads with the three judgements, and says who led before', async () => {
    await waymark.dataSource.query(
      `INSERT INTO mission_leads (mission_id, organisation_id, from_date, to_date, basis) SELECT id, $1, '2020-01-01', '2021-01-01', 'paper' FROM missions WHERE slug = 'education'`, [dhsc],
    );
    const rows = await rowsOf('missions');
    const page = await waymark.visitor().get('/api/v1/frameworks/levelling-up-2022/missions/health');
    const verdict = (page.body as { judgements: { computed: { verdict: string } } }).judgements.computed.verdict;
    expect(rows.find(({ mission }) => mission?.endsWith('Health'))).toMatchObject({ until: '', computed: `${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`.replaceAll('-', ' ') });
    expect(rows.find(({ mission, role }) => mission?.endsWith('Education') && role === 'Led')).toMatchObject({ since: '2020-01-01', until: '2021-01-01' });
  });

  it('is led to from missions, alerts and the framework', async () => {
    const hrefs = async (address: string): Promise<string[]> => {
      const { $ } = await waymark.open(waymark.visitor(), address);
      return $('main a').toArray().map((link) => $(link).attr('href') ?? '');
    };
    const [alert] = (await waymark.dataSource.query(`SELECT reference FROM alerts WHERE organisation_id = $1`, [dhsc])) as { reference: string }[];
    for (const address of ['/frameworks/levelling-up-2022', '/frameworks/levelling-up-2022/missions/health', `/alerts/${alert?.reference}`, '/alerts/departments', '/calibration/dhsc']) {
      expect([address, (await hrefs(address)).includes('/departments/dhsc')]).toEqual([address, true]);
    }
  });

  it('says nothing of drafts: not of a letter, not of a return’s words', async () => {
    await saveLetter(waymark.dataSource, { reference: 'LE-2026-ZZZZ', organisationId: dhsc, subject: 'Unsigned words', publishedAt: null });
    expect((await rowsOf('letters')).filter(({ reference }) => reference === 'LE-2026-ZZZZ')).toEqual([]);
    expect((await waymark.visitor().get('/departments/dhsc')).text).not.toContain('Unsigned words');
  });

  it('is not there for others', async () => {
    for (const address of ['/departments/council', '/departments/nobody', '/departments/dhsc/secrets.csv', '/departments/nobody/alerts.csv']) {
      expect([address, (await waymark.visitor().get(address)).status]).toEqual([address, 404]);
    }
  });
});
