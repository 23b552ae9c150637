import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { createExampleDatabase } from '../support/example-database.js';
import { type TestDatabase } from '../support/database.js';
import { faultsOf } from '../support/valid-page.js';

describe('the statements', () => {
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

  it.each([
    ['/method', 'How verdicts are reached'],
    ['/accessibility', 'Accessibility statement'],
    ['/cookies', 'Cookies'],
    ['/privacy', 'Privacy'],
  ])('%s is a valid page with one heading, linked from every footer', async (address, title) => {
    const { status, $, response } = await waymark.open(waymark.visitor(), address);
    expect(status).toBe(200);
    expect($('h1').text()).toBe(title);
    expect($('title').text()).toBe(`${title} – Waymark`);
    expect($(`footer a[href="${address}"]`)).toHaveLength(1);
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('names every cookie by their true names', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/cookies');
    expect($('tbody th').toArray().map((cell) => $(cell).text())).toEqual(['waymark', 'waymark-kept', 'waymark_language']);
  });

  it('explains the bands, every word, and a verdict of today with its numbers', async () => {
    const { $ } = await waymark.open(waymark.visitor(), '/method');
    const text = $('main').text();
    expect(text).toContain('more than 20% behind');
    for (const word of ['On track', 'Slipping', 'Off track', 'Cannot tell yet', 'Target undefined']) {
      expect($('tbody th').filter((_, cell) => $(cell).text() === word).length).toBeGreaterThan(0);
    }
    expect(text).toMatch(/A worked example: .+/);
    expect(text).toMatch(/Chances: on track \d+%/);
    expect(text).toContain('not an official statistic');
    expect($('#forecasts').text()).toBe('How forecasts were tested');
  });
});
