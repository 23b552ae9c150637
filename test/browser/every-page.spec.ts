import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';
import { createExampleDatabase } from '../support/example-database.js';
import { routeOf } from '../support/page-look.js';
import { publicPageFaults } from '../support/public-page.js';
import { isFile, walkSite } from '../support/site-walk.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

/** Places times metrics, or missions times days, are thousands of pages of one kind. Whoever signs in sees the public's pages as well, so fewer do. */
const MOST_OF_A_KIND = { visitor: 20, signedIn: 6 };

const PREFILLED = '/council/decisions/new';

describe('the site', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
  }, 400_000);
  afterAll(async () => {
    await waymark?.close();
    await waymark?.database.drop();
  });

  it.each([
    ['a visitor', null],
    ['an official', 'asha.rahman@dhsc.example.org'],
    ['a senior responsible owner', 'daniel.okafor@dhsc.example.org'],
    ['a reviewer', 'priya.nair@council.example.org'],
    ['the chair', 'margaret.ellison@council.example.org'],
    ['the administrator', 'sam.doyle@service.example.org'],
    ['an official of a place', 'nadia.karim@manchester.example.org'],
    ['a director', 'oliver.grant@gmca.example.org'],
  ])('is whole for %s: no dead link, valid pages with table and CSV beside each chart, and titles that tell pages apart', async (_, email) => {
    const agent = email ? await waymark.signIn(email) : waymark.visitor();
    const { titles: seen, faults } = await walkSite(waymark, agent, email ? MOST_OF_A_KIND.signedIn : MOST_OF_A_KIND.visitor, email ? undefined : publicPageFaults());
    expect(faults).toEqual([]);
    // A form that a link has begun to fill in is the same page.
    const pages = new Map([...seen].map(([path, title]) => [path.split('?')[0] === PREFILLED ? PREFILLED : path, title]));
    const titles = [...pages.values()];
    // With one framework the front page is that framework's page.
    // A hearing pack is of today where its address names no day.
    expect([...pages].filter(([path, title], index) => titles.indexOf(title) !== index && !path.includes('/hearing-pack'))).toEqual([['/frameworks/levelling-up-2022', 'Levelling Up the United Kingdom – Waymark']]);
    expect(seen.size).toBeGreaterThan(30);
  }, 180_000);

  withBrowser('looked at by axe', () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(() => browser?.close());

    it.each([1280, 320])('has nothing that axe finds, and never scrolls sideways, at %i pixels', async (width) => {
      const visitor = await Person.at(browser, waymark.address, { javaScript: true, width });
      const kinds = new Set<string>();
      // The last two are linked only from pages of rows that the example does not have yet.
      const waiting = ['/', '/sign-in', '/method', '/organisations/gmca', '/statistics/releases'];
      while (waiting.length > 0) {
        const path = waiting.shift() ?? '/';
        if (kinds.has(routeOf(path)) || isFile(path)) continue;
        kinds.add(routeOf(path));
        await visitor.open(path);
        const links = (await visitor.page.evaluate(`[...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href'))`)) as string[];
        waiting.push(...links.map((href) => href.replace(/#.*/, '')));
      }
      expect(kinds.size).toBeGreaterThan(10);
      await visitor.openAnswering('/no-such-page', 404);
      await visitor.open('/sign-in');
      await visitor.fill('Email address', 'nobody');
      await visitor.go('Send me a link');
      expect(await visitor.page.title()).toMatch(/^Error: /);
      await visitor.signIn('Asha Rahman');
      await visitor.openAnswering('/reviews', 403);
      await visitor.close();
    }, 240_000);
  });
});
