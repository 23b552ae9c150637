import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';
import { createExampleDatabase } from '../support/example-database.js';
import { routeOf } from '../support/page-look.js';
import { isFile } from '../support/site-walk.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

/** The captions of tables that are wider than the box they stand in, and of stacked ones with a cell that has no name, or a name and nothing else. */
const FAULTS = `[...document.querySelectorAll('main table')].flatMap((table) => {
  const box = table.closest('.waymark-scroll') ?? table.parentElement;
  const name = (table.caption?.textContent ?? '').trim();
  if (table.scrollWidth > box.clientWidth + 1 || box.scrollWidth > box.clientWidth + 1) return ['scrolls sideways: ' + name];
  const nameless = table.classList.contains('waymark-stacked') && [...table.querySelectorAll('tbody td')].some((cell) => cell.colSpan === 1 && !cell.dataset.label && cell.textContent.trim() !== '');
  const bare = table.classList.contains('waymark-stacked') && [...table.querySelectorAll('tbody td')].some((cell) => cell.textContent.trim() === '' && cell.children.length === 0 && cell.offsetHeight > 0);
  if (bare) return ['a name with nothing under it: ' + name];
  return nameless ? ['a cell without the name of its column: ' + name] : [];
})`;

withBrowser('a public table on a telephone', () => {
  let waymark: TestApplication;
  let browser: Browser;

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
    browser = await startBrowser();
  }, 400_000);
  afterAll(async () => {
    await browser?.close();
    await waymark?.close();
    await waymark?.database.drop();
  });

  it('is read down the page: each row a block, nothing scrolls sideways', async () => {
    const visitor = await Person.at(browser, waymark.address, { javaScript: false, width: 320 });
    const kinds = new Set<string>();
    const faults: string[] = [];
    const waiting = ['/', '/figures', '/data', '/letters', '/alerts', '/alerts/departments', '/statistics/releases', '/funding', '/reports', '/inquiries', '/consultations', '/places', '/council', '/departments'];
    while (waiting.length > 0) {
      const path = waiting.shift() ?? '/';
      if (kinds.has(routeOf(path)) || isFile(path)) continue;
      kinds.add(routeOf(path));
      const answer = await visitor.page.goto(`${waymark.address}${path}`);
      if (!answer?.headers()['content-type']?.startsWith('text/html')) continue;
      faults.push(...((await visitor.page.evaluate(FAULTS)) as string[]).map((fault) => `${path}: ${fault}`));
      const links = (await visitor.page.evaluate(`[...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href'))`)) as string[];
      waiting.push(...links.map((href) => href.replace(/#.*/, '')));
    }
    expect(kinds.size).toBeGreaterThan(30);
    expect(faults).toEqual([]);
    await visitor.close();
  }, 240_000);
});
