import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { load } from 'cheerio';
import { saveLetter } from '../factories/letter.factory.js';
import { actingAs } from '../support/acting.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { type TestDatabase } from '../support/database.js';
import { createExampleDatabase } from '../support/example-database.js';
import { PageLook, routeOf } from '../support/page-look.js';
import { isFile, walkSite } from '../support/site-walk.js';
import { statementsOf } from '../support/statement-count.js';

/** Public pages that links lead to and no index needs, by their kind, each with the reason. */
const NOT_LISTED: Record<string, string> = {
  '/sign-in': 'a form',
  '/figures/:slug/areas/:code': 'as many as places times metrics; each is led to from the page of the metric and of the place',
  '/places/:code/benchmark/:metric': 'as many as places times metrics; each is led to from the comparison of the place',
  '/frameworks/:slug/as-of/:day': 'a page as it stood on a day, of which there is one a day',
  '/frameworks/:framework/missions/:mission/as-of/:day': 'a page as it stood on a day, of which there is one a day',
  '/frameworks/:framework/missions/:mission/targets/:target/as-of/:day': 'a page as it stood on a day, of which there is one a day',
  '/alerts/:reference/as-of/:day': 'a page as it stood on a day, of which there is one a day',
  '/frameworks/:framework/as-of/:day/:which': 'sends on to a day',
  '/frameworks/:framework/missions/:mission/as-of/:day/:which': 'sends on to a day',
  '/frameworks/:framework/missions/:mission/targets/:target/as-of/:day/:which': 'sends on to a day',
  '/alerts/:reference/as-of/:day/:which': 'sends on to a day',
};


describe('what the site says of itself', () => {
  let database: TestDatabase;
  let waymark: TestApplication;
  let look: PageLook;

  const locations = async (): Promise<Map<string, string>> => {
    const $ = load((await waymark.visitor().get('/sitemap.xml')).text, { xml: true });
    return new Map($('url').toArray().map((url) => [$(url).find('loc').text(), $(url).find('lastmod').text()]));
  };
  const query = (sql: string, values: unknown[] = []): Promise<unknown> => waymark.dataSource.query(sql, values);

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database, environment: { BASE_URL: 'http://localhost:3999', SECURITY_CONTACT: 'mailto:security@example.org' } });
    look = await PageLook.start(waymark);
    waymark.clock.set('2026-06-01T12:00:00Z');
    for (const [reference, publishedAt] of [['LT-2026-OUTX', '2026-05-01'], ['LT-2026-LATR', '2026-06-01T13:00:00Z'], ['LT-2026-DRFT', null]] as const) {
      await saveLetter(waymark.dataSource, { reference, subject: 's', publishedAt: publishedAt === null ? null : new Date(publishedAt) });
    }
    await query(`INSERT INTO releases (checksum, file_name, publisher, imported_at, imported_by, rows_read, rows_with_value, rows_missing, unconfirmed_areas, published_at) VALUES ('c1', 'f', 'p', '2026-05-01', 'x', 1, 1, 0, '{E06777777}', '2026-06-01T13:00:00Z')`);
    await query(`INSERT INTO areas (code, name, level, confirmed) VALUES ('E06777777', 'Quokkashire', 'ltla', false)`);
  }, 180_000);
  afterAll(async () => {
    await look.close();
    await waymark.close();
    await database.drop();
  });

  describe('the sitemap', () => {
    it('names public pages alone, each of which is there, with the day of its last change where that is known', async () => {
      const found = await locations();
      expect([...found.keys()].filter((location) => !location.startsWith('http://localhost:3999/'))).toEqual([]);
      const paths = [...found.keys()].map((location) => new URL(location).pathname);
      expect(new Set(paths).size).toBe(paths.length);
      for (const wanted of ['/', '/method', '/frameworks/levelling-up-2022/missions/health', '/figures/gva-per-hour', '/departments/dhsc', '/letters/LT-2026-OUTX', '/corrections']) expect(paths).toContain(wanted);
      expect(found.get('http://localhost:3999/letters/LT-2026-OUTX')).toBe('2026-05-01T00:00:00.000Z');
      for (const path of new Map(paths.map((found) => [routeOf(found), found])).values()) expect([path, (await waymark.visitor().get(path)).status]).toEqual([path, 200]);
    });

    it('names every page that links lead to from the first one, but for kinds that are left out with a reason', async () => {
      waymark.clock.set('2026-11-24T12:00:00Z');
      const listed = new Set([...(await locations()).keys()].map((location) => new URL(location).pathname));
      const { titles, faults } = await walkSite(waymark, waymark.visitor(), 3);
      expect(faults).toEqual([]);
      const pages = [...titles.keys()].map((address) => address.replace(/\?.*/, '')).filter((path) => !isFile(path));
      expect(new Set(pages.filter((path) => !listed.has(path) && !(routeOf(path) in NOT_LISTED)))).toEqual(new Set());
      const met = new Set(pages.map(routeOf));
      expect(Object.keys(NOT_LISTED).filter((kind) => !met.has(kind))).toEqual([]);
      expect([...listed].filter((path) => routeOf(path) in NOT_LISTED)).toEqual([]);
      waymark.clock.set('2026-06-01T12:00:00Z');
    }, 240_000);

    it('holds nothing before its hour, not even in its ETag', async () => {
      const before = await waymark.visitor().get('/sitemap.xml');
      for (const hidden of ['LT-2026-LATR', 'LT-2026-DRFT', 'E06777777']) expect(before.text).not.toContain(hidden);
      const tag = before.headers['etag'] ?? '';
      expect((await waymark.visitor().get('/sitemap.xml').set('If-None-Match', tag)).status).toBe(304);
      waymark.clock.set('2026-06-01T13:00:00Z');
      const after = await waymark.visitor().get('/sitemap.xml').set('If-None-Match', tag);
      expect([after.status, after.text.includes('LT-2026-LATR'), after.text.includes('LT-2026-DRFT'), after.text.includes('E06777777')]).toEqual([200, true, false, true]);
    });

    it('takes one statement, and is a list of lists where it is long', async () => {
      expect((await statementsOf(() => waymark.visitor().get('/sitemap.xml'))).statements).toHaveLength(1);
      expect((await waymark.visitor().get('/sitemaps/1.xml')).status).toBe(200);
      for (const part of ['0', '2', '-1', 'x']) expect([part, (await waymark.visitor().get(`/sitemaps/${part}.xml`)).status]).toEqual([part, 404]);
      await query(`INSERT INTO areas (code, name, level, confirmed) SELECT 'E05' || lpad(n::text, 6, '0'), 'Ward ' || n, 'other', true FROM generate_series(1, 21000) n ON CONFLICT DO NOTHING`);
      const $ = load((await waymark.visitor().get('/sitemap.xml')).text, { xml: true });
      expect($('sitemap loc').toArray().map((location) => $(location).text())).toEqual(['http://localhost:3999/sitemaps/1.xml', 'http://localhost:3999/sitemaps/2.xml']);
      expect(load((await waymark.visitor().get('/sitemaps/1.xml')).text, { xml: true })('url')).toHaveLength(20_000);
      await query(`DELETE FROM areas WHERE name LIKE 'Ward %'`);
    });
  });

  it('has a robots.txt that names the sitemap', async () => {
    const { text, headers } = await waymark.visitor().get('/robots.txt');
    expect([headers['content-type'], text.includes('Disallow: /search\n'), text.trimEnd().split('\n').at(-1)]).toEqual(['text/plain; charset=utf-8', true, 'Sitemap: http://localhost:3999/sitemap.xml']);
  });

  it('has a security.txt by RFC 9116 that runs out within a year of today', async () => {
    const { text, headers } = await waymark.visitor().get('/.well-known/security.txt');
    const fields = new Map(text.trim().split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect([fields.get('Contact'), fields.get('Canonical'), fields.get('Preferred-Languages')]).toEqual(['mailto:security@example.org', 'http://localhost:3999/.well-known/security.txt', 'en, cy']);
    const days = (Date.parse(fields.get('Expires') ?? '') - Date.parse('2026-06-01T13:00:00Z')) / 86_400_000;
    expect([days > 0, days < 365]).toEqual([true, true]);
  });

  it('lists every cookie that is really set', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/cookies');
    const listed = new Set($('tbody th').toArray().map((cell) => $(cell).text()));
    const agent = await waymark.signIn('asha.rahman@dhsc.example.org');
    const answers = [await waymark.visitor().get('/'), await waymark.visitor().get('/sign-in'), await waymark.visitor().get('/search?q=health'), await waymark.visitor().get('/sitemap.xml'), await agent.get('/work'), await agent.get('/sign-out'), await waymark.visitor().get('/?lang=cy').redirects(0)];
    const set = answers.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat()).map((cookie: string) => cookie.slice(0, cookie.indexOf('=')));
    expect(set.length).toBeGreaterThan(0);
    expect(set.filter((name) => !listed.has(name))).toEqual([]);
    expect((await waymark.visitor().get('/')).headers['set-cookie']).toBeUndefined();
  });

  describe('the log of corrections', () => {
    it('tells what was wrong and what is right, and nothing before its hour', async () => {
      waymark.clock.set('2026-06-02T12:00:00Z');
      expect((await waymark.open(waymark.visitor(), '/corrections')).status).toBe(200);
      const [chair] = (await query(`SELECT id FROM users WHERE roles && '{council-chair}' LIMIT 1`)) as { id: string }[];
      await actingAs(waymark.dataSource, `user:${chair?.id}`, (manager) => manager.query<unknown>(
        `INSERT INTO target_versions (target_id, number, definition, from_date, reason, set_by, recorded_by, recorder_name, while_off_track, recorded_at)
         SELECT id, n, first_published, '2026-06-01', 'The measure was replaced', 'HM Treasury', $1, 'R', false, '2026-06-01' FROM targets CROSS JOIN generate_series(1, 2) n WHERE id = (SELECT id FROM targets ORDER BY slug LIMIT 1)`,
        [chair?.id],
      ));
      await query(`INSERT INTO mission_texts (mission_id, focus_area, statement, targets, recorded_at) SELECT mission_id, focus_area, 'Another wording', targets, '2026-06-03' FROM mission_texts ORDER BY id LIMIT 1`);
      const rows = async (): Promise<Record<string, string>[]> => parse((await waymark.visitor().get('/corrections.csv')).text, { columns: true });
      const [target] = (await rows()).filter(({ kind }) => kind === 'Target changed');
      expect(target).toMatchObject({ since: '2026-06-01', wrong: 'Version 1 of the target, which is judged on beside the new one', right: 'Set by HM Treasury. The measure was replaced' });
      expect((await rows()).filter(({ right }) => right === 'Another wording')).toEqual([]);
      waymark.clock.set('2026-06-03T12:00:00Z');
      expect((await rows())[0]).toMatchObject({ since: '2026-06-03', kind: 'Wording of a mission changed', right: 'Another wording' });
    });

    it('is sound, in few statements, with its metadata', async () => {
      waymark.clock.set('2026-06-04T12:00:00Z');
      const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), '/corrections'));
      expect(statements.length).toBeLessThan(15);
      expect(result.$('[aria-labelledby=log] tbody tr').length).toBeGreaterThan(1);
      await look.at('/corrections', result);
      const metadata = await waymark.visitor().get('/corrections.csv-metadata.json');
      expect(csvwFaultsOf(metadata.body, { address: '/corrections.csv', text: (await waymark.visitor().get('/corrections.csv')).text })).toEqual([]);
    });
  });
});
