import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Metric } from '#features/metrics/metric.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

describe('the pages of metrics', () => {
  let database: TestDatabase;
  let waymark: TestApplication;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
  }, 120_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  it('lists the catalogue with unit, direction and producer', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), '/figures');
    const count = await waymark.dataSource.getRepository(Metric).count();
    expect($('tbody tr')).toHaveLength(count);
    expect($('main h2').first().text()).toBe('Headline metrics');
    const row = $('tbody tr').filter((_, line) => $(line).text().includes('Employment rate for 16–64 year olds'));
    // 31 December 2023 to 23 November 2026: 34 whole months
    expect(row.find('td').toArray().map((cell) => $(cell).text())).toEqual(['%', 'Higher is better', '202334 months ago', 'Office for National Statistics']);
    expect($('tbody th').filter((_, heading) => $(heading).text().includes('mortgage sales')).find('.govuk-tag').text()).toBe('Proxy');
    expect($('tbody td').filter((_, cell) => $(cell).text() === 'No figures at hand').length).toBeGreaterThan(0);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('describes one, draws the country and its nations, and says who uses it', async () => {
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), '/figures/employment-rate'));
    const { $, response } = result;
    expect(statements.length).toBeLessThan(15);
    expect($('figure svg text').text()).toContain('Northern Ireland');
    expect($('#nations').closest('figure').find('thead th').toArray().map((cell) => $(cell).text())).toEqual(['Period', 'England', 'Scotland', 'Wales', 'Northern Ireland']);
    expect($('main').text()).toContain('response to the survey has fallen');
    expect($('main').text()).toContain('The latest figure is for 2023; it ended 34 months ago.');
    expect($('main a[href="/frameworks/levelling-up-2022/missions/living-standards#employment-rises-uk"]')).toHaveLength(1);
    expect($('main nav a').toArray().every((link) => $($(link).attr('href') ?? '').length === 1)).toBe(true);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('says under each picture what the figure does not mean, and beside each verdict what it is not', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/figures/healthy-life-expectancy-male');
    const figures = $('figure').toArray().map((figure) => $(figure).text());
    expect(figures.length).toBeGreaterThan(2);
    expect(figures.every((text) => text.includes('What it does not mean:'))).toBe(true);
    const sections = $('.waymark-target').toArray().map((section) => $(section).text());
    expect(sections.length).toBeGreaterThan(0);
    expect(sections.every((text) => text.includes('not an official statistic'))).toBe(true);
    expect($('figure svg').toArray().every((svg) => ($(svg).attr('aria-label') ?? '').length > 10)).toBe(true);
  });

  it('draws path, milestones and target, with every number again as a table', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/figures/healthy-life-expectancy-male');
    const target = $('#health-hle-male-five-years-by-2035');
    expect(target.find('figure svg text').text()).toMatch(/Target: 67\.9 years, 2033 to 2035/);
    expect(target.find('caption').filter((_, caption) => $(caption).text().startsWith('Path of')).parent().find('tbody tr').last().text()).toMatch(/2033 to 2035Target67\.9 years/);
  });

  it('says what is measured, why this metric, and what its figures lack', async () => {
    const { result: { $, response }, statements } = await statementsOf(() => waymark.open(waymark.visitor(), '/figures/gross-median-weekly-pay'));
    expect(statements.length).toBeLessThan(15);
    const whole = $('main').text();
    for (const words of ['What is measured', 'Why this metric', 'A headline metric of this mission', 'What the figures lack', 'Licence', 'Source', 'Unit', 'Direction']) expect([words, whole.includes(words)]).toEqual([words, true]);
    const [clause]: { text: string }[] = await waymark.dataSource.query(`SELECT c ->> 'text' AS text FROM missions m, jsonb_array_elements(m.clauses) c WHERE c -> 'coveredBy' ? 'gross-median-weekly-pay' LIMIT 1`);
    expect(whole).toContain(`It measures “${clause?.text}”`);
    expect(await faultsOf(response.text)).toEqual([]);
    const [gap]: { reference: string; slug: string }[] = await waymark.dataSource.query(`SELECT g.reference, m.slug FROM data_gaps g JOIN metrics m ON m.id = g.metric_id WHERE g.state = 'open' LIMIT 1`);
    const lacking = await waymark.open(waymark.visitor(), `/figures/${gap?.slug}`);
    expect(lacking.$(`main a[href="/data-gaps/${gap?.reference}"]`).length).toBe(1);
  });

  it('gives every method’s word and says which decides', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/figures/healthy-life-expectancy-male');
    const rows = $('#health-hle-male-five-years-by-2035 .waymark-methods tbody tr').toArray().map((row) => $(row));
    expect(rows.map((row) => row.find('th').text())).toEqual(['Interim pathdecides', 'Pace projection', 'Ratio of growth rates', 'UN progress chart']);
    expect(rows.every((row) => row.find('.govuk-tag').text() !== '' && row.find('td').last().text().endsWith('.'))).toBe(true);
  });

  it('reads back the figures that a verdict stands on, on the page and as a file', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/figures/healthy-life-expectancy-male');
    const target = $('#health-hle-male-five-years-by-2035');
    const table = target.find('caption').filter((_, caption) => $(caption).text().startsWith('Figures behind')).parent();
    const used = (name: string): string[] => table.find('tbody tr').filter((_, row) => $(row).text().includes(name)).find('td').toArray().map((cell) => $(cell).text());
    // (63.1 − 62.7)/3.92 and (60.9 − 60.5)/3.92 are 0.102
    expect(used('Baseline')).toEqual(['62.9 years', '62.7 to 63.1 years', 'Baseline; standard error 0.102 years, from its 95% interval', '1']);
    expect(used('Latest figure').slice(0, 3)).toEqual(['60.7 years', '60.5 to 60.9 years', 'Latest figure; standard error 0.102 years, from its 95% interval']);
    const address = target.find('a').filter((_, link) => $(link).text().startsWith('Download the figures behind')).attr('href') ?? '';
    const { text } = await waymark.visitor().get(address);
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(table.find('tbody tr').length);
    expect(rows.map(({ key }) => key?.split('/').at(-1))).toEqual(rows.map(({ release }) => release));
    expect(csvwFaultsOf((await waymark.visitor().get(`${address}-metadata.json`)).body, { address, text })).toEqual([]);
  });

  it('shows one area beside the widest at an address of its own, and sends the form there', async () => {
    const asked = await waymark.visitor().get('/figures/employment-rate/areas?area=e12000001').redirects(0);
    expect([asked.status, asked.headers['location']]).toEqual([303, '/figures/employment-rate/areas/E12000001']);
    expect((await waymark.visitor().get('/figures/employment-rate/areas?area=%2F%2Fevil.example').redirects(0)).headers['location']).toBe('/figures/employment-rate/areas/%2F%2FEVIL.EXAMPLE');
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), '/figures/employment-rate/areas/E12000001'));
    expect(statements.length).toBeLessThan(15);
    expect(result.$('h1').text()).toBe('Employment rate for 16–64 year olds: North East');
    expect(result.$('figure').text()).toContain('North East beside United Kingdom');
    expect(result.$('select option[selected]').attr('value')).toBe('E12000001');
    expect(result.$('dl').first().text().replace(/\s+/g, ' ')).toContain('Latest figure72.8%. The latest figure is for 2023; it ended 34 months ago.');
    expect(result.$('main a[href="/figures/employment-rate/observations.csv-metadata.json"]')).toHaveLength(1);
    expect((await waymark.open(waymark.visitor(), result.$('main a[href^="/places/"]').attr('href') ?? '')).status).toBe(200);
    expect(await faultsOf(result.response.text)).toEqual([]);
  });

  it('is valid for every metric, with and without figures', async () => {
    for (const { slug } of await waymark.dataSource.getRepository(Metric).find()) {
      const { status, response } = await waymark.open(waymark.visitor(), `/figures/${slug}`);
      expect([slug, status, await faultsOf(response.text)]).toEqual([slug, 200, []]);
    }
  }, 60_000);

  it('gives all figures as one file that reads back', async () => {
    const { text } = await waymark.visitor().get('/figures/employment-rate/observations.csv');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const [{ count } = { count: '' }]: { count: string }[] = await waymark.dataSource.query(
      `SELECT count(*) FROM observations o JOIN metrics m ON m.id = o.metric_id WHERE m.slug = 'employment-rate'`,
    );
    expect(rows).toHaveLength(Number(count));
    expect(rows.every(({ value, lower_95: lower }) => Number.isFinite(Number(value)) && Number.isFinite(Number(lower)))).toBe(true);
    expect(rows.every(({ period_start: start, period_end: end }) => /^\d{4}-\d{2}-\d{2}$/.test(start ?? '') && (start ?? '') < (end ?? ''))).toBe(true);
    expect(text.split('\r\n').length).toBe(rows.length + 2);
  });

  it('describes each file in the words of CSVW, and the file names its description', async () => {
    for (const address of [
      '/figures/gross-median-weekly-pay/observations.csv',
      '/api/v1/metrics/employment-rate/observations.csv',
      '/frameworks/levelling-up-2022/missions/health/targets/hle-male-five-years-by-2035.csv',
    ]) {
      const { text, headers } = await waymark.visitor().get(address);
      expect(headers['link']).toBe(`<${address}-metadata.json>; rel="describedby"; type="application/csvm+json"`);
      const described = await waymark.visitor().get(`${address}-metadata.json`);
      expect([described.status, described.headers['content-type']]).toEqual([200, 'application/csvm+json; charset=utf-8']);
      expect([address, ...csvwFaultsOf(JSON.parse(described.text), { address, text })]).toEqual([address]);
      expect((JSON.parse(described.text) as { 'dc:modified': object })['dc:modified']).toBeDefined();
    }
    const narrowed = await waymark.visitor().get('/api/v1/metrics/employment-rate/observations.csv?area=E92000001');
    expect(narrowed.headers['link']).toBeUndefined();
  });

  describe('after a later release', () => {
    // 2023 was 75.7%, which moves; 2022 stays; 2024 is provisional. One under embargo says something wild.
    beforeAll(async () => {
      waymark.clock.set('2026-11-23T12:00:00Z');
      await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'OBSERVATIONS_IMPORTED', subject: 'release:test' }, async (tx) => {
        for (const [checksum, publishedAt, figures] of [
          ['revised', '2026-11-23T09:30:00Z', [['2023-01-01', 76.1, null], ['2024-01-01', 75.2, 'p']]],
          ['embargoed', '2026-12-01T09:30:00Z', [['2025-01-01', 99.9, null]]],
        ] as const) {
          const [{ id } = { id: 0 }]: { id: number }[] = await tx.manager.query(
            `INSERT INTO releases (checksum, file_name, publisher, published_on, published_at, imported_at, imported_by, rows_read, rows_with_value, rows_missing, unconfirmed_areas)
             VALUES ($1, $1 || '.csv', 'ONS', $2::timestamptz::date, $2, $3, 'test', 2, 2, 0, '{}') RETURNING id`,
            [checksum, publishedAt, tx.now],
          );
          await tx.manager.query(
            `INSERT INTO release_metrics (metric_id, release_id, rows, compared_with, moved, added, withdrawn, largest_move, provisional)
             SELECT m.id, $1, 2, 1, 1, 1, 0, 0.4, 1 FROM metrics m WHERE m.slug = 'employment-rate'`,
            [id],
          );
          for (const [start, value, status] of figures) {
            await tx.manager.query(
              `INSERT INTO observations (metric_id, area_id, period_start, period_months, release_id, value, status)
               SELECT m.id, a.id, $2, 12, $1, $3, $4 FROM metrics m, areas a WHERE m.slug = 'employment-rate' AND a.code = 'K02000001'`,
              [id, start, value, status],
            );
          }
        }
      });
    });

    it('marks what moved and what is provisional, and keeps what is under embargo to itself', async () => {
      const { $, response } = await waymark.open(waymark.visitor(), '/figures/employment-rate');
      const table = $('#country').closest('figure').find('table');
      const row = (period: string): string[] => table.find('tbody tr').filter((_, line) => $(line).find('th').text() === period).find('td').toArray().map((cell) => $(cell).text());
      expect(row('2023')).toEqual(['76.1% [r]', 'not published', 'not published', '75.7%']);
      expect(row('2024')).toEqual(['75.2% [p]', 'not published', 'not published', '']);
      expect($('figure').first().text()).toContain('Marks: [p] provisional; [r] revised since it was first published.');
      expect($('#latest').nextAll('p').first().text()).toBe('United Kingdom: 75.2%');
      expect(response.text).not.toContain('99.9');
      expect(response.text).not.toContain('embargoed');
    });

    it('lists the releases, newest first, with what each changed', async () => {
      const { $ } = await waymark.open(waymark.visitor(), '/figures/employment-rate');
      const rows = $('caption').filter((_, caption) => $(caption).text().startsWith('Releases of this metric')).parent().find('tbody tr');
      const cells = rows.toArray().map((row) => $(row).find('td').toArray().map((cell) => $(cell).text()));
      expect(cells).toEqual([['1 moved, 1 new, 0 withdrawn. The largest move is 0.4 percentage points.', '23 November 2026', '2', '1'], ['The first of the series', expect.any(String), expect.any(String), '0']]);
      expect(rows.first().find('th').text()).toMatch(/^Release \d+revised\.csv$/);
      const release = await waymark.open(waymark.visitor(), rows.first().find('th a').attr('href') ?? '');
      expect(release.$('h1').text()).toContain('revised.csv');
    });

    it('answers the same by the API', async () => {
      const { body } = await waymark.visitor().get('/api/v1/metrics/employment-rate');
      expect(body).toMatchObject({
        slug: 'employment-rate', method: 'interim-path', yearKind: expect.any(String), latest: { period: '2024-01-01/P1Y', periodEnd: '2024-12-31' },
        releases: [{ fileName: 'revised.csv', provisional: 1, revision: { moved: 1, added: 1, withdrawn: 0, largestMove: 0.4 } }, { revision: null }],
      });
      expect((await waymark.visitor().get('/api/v1/metrics/unknown')).status).toBe(404);
    });
  });

  describe('the catalogue for statisticians', () => {
    it('shows every metric with what there is of it, to statisticians alone', async () => {
      const statistician = await waymark.signIn('isaac.brandt@ons.example.org');
      const { result, statements } = await statementsOf(() => waymark.open(statistician, '/statistics/catalogue'));
      expect(statements.length).toBeLessThan(15);
      const { $, response } = result;
      expect($('tbody tr')).toHaveLength(await waymark.dataSource.getRepository(Metric).count());
      const row = $('tbody tr').filter((_, line) => $(line).find('th').text() === 'Employment rate for 16–64 year olds');
      // 31 December 2024 to 23 November 2026: 22 whole months
      expect([0, 2, 4].map((column) => row.find('td').eq(column).text())).toEqual(['22', '2024', '2']);
      expect($('details').text()).toContain('import metrics FILE');
      expect(await faultsOf(response.text)).toEqual([]);
      const official = await waymark.signIn('ben.carter@dfe.example.org');
      expect((await waymark.open(official, '/statistics/catalogue')).status).toBe(403);
    });

    it('describes one whole, and is a file', async () => {
      const statistician = await waymark.signIn('isaac.brandt@ons.example.org');
      const { $, response } = await waymark.open(statistician, '/statistics/catalogue/employment-rate');
      expect($('main').text()).toContain('Employment rate');
      expect(await faultsOf(response.text)).toEqual([]);
      expect((await waymark.open(statistician, '/statistics/catalogue/unknown')).status).toBe(404);
      const { text } = await statistician.get('/statistics/catalogue.csv');
      expect(parse(text, { columns: true })).toHaveLength(await waymark.dataSource.getRepository(Metric).count());
      const metadata = JSON.parse((await statistician.get('/statistics/catalogue.csv-metadata.json')).text) as unknown;
      expect(csvwFaultsOf(metadata, { address: '/statistics/catalogue.csv', text })).toEqual([]);
    });
  });

  it.each([
    '/figures/unknown', '/figures/unknown/observations.csv', '/figures/unknown/observations.csv-metadata.json', '/figures/unknown/areas/E92000001', '/figures/employment-rate/areas/E00000000',
    '/figures/employment-rate/verdicts/rubbish/inputs.csv', '/figures/employment-rate/verdicts/00000000-0000-4000-8000-000000000000/inputs.csv',
  ])('answers 404 for %s', async (address) => {
    expect((await waymark.open(waymark.visitor(), address)).status).toBe(404);
  });
});
