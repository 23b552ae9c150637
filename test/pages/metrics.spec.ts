import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Metric } from '#features/metrics/metric.entity.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
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
    expect(row.find('td').toArray().map((cell) => $(cell).text())).toEqual(['%', 'Higher is better', 'Office for National Statistics']);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('describes one, draws the country and its nations, and says who uses it', async () => {
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), '/figures/employment-rate'));
    const { $, response } = result;
    expect(statements.length).toBeLessThan(15);
    expect($('figure')).toHaveLength(2);
    expect($('figure').last().find('svg text').text()).toContain('Northern Ireland');
    expect($('figure').last().find('thead th').toArray().map((cell) => $(cell).text())).toEqual(['Period', 'England', 'Scotland', 'Wales', 'Northern Ireland']);
    expect($('main').text()).toContain('response to the survey has fallen');
    expect($('main a[href="/frameworks/levelling-up-2022/missions/living-standards#employment-rises-uk"]')).toHaveLength(1);
    expect(await faultsOf(response.text)).toEqual([]);
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

  it.each(['/figures/unknown', '/figures/unknown/observations.csv'])('answers 404 for %s', async (address) => {
    expect((await waymark.open(waymark.visitor(), address)).status).toBe(404);
  });
});
