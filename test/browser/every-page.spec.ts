import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Browser } from 'playwright-core';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person, startBrowser } from '../support/browser.js';
import { createExampleDatabase } from '../support/example-database.js';

const withBrowser = process.env['WAYMARK_TEST_SKIP_CHROMIUM'] ? describe.skip : describe;

/** Every address that can be opened, the exact ones before those with parameters. */
const ROUTES = (parse(readFileSync('doc/security/permissions.csv'), { columns: true, comment: '#' }) as { method: string; path: string }[])
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => ({ path, matches: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`) }))
  .sort((one, other) => one.path.split(':').length - other.path.split(':').length);

/** The route that answers, so that one page of a kind stands for all, whatever its ids, references and filters are. */
const kindOf = (href: string): string => {
  const path = href.replace(/\?.*/, '');
  return ROUTES.find(({ matches }) => matches.test(path))?.path ?? path;
};

/** Files and the API: no pages. */
const isFile = (href: string): boolean => /\.(atom|csv|ics|xlsx|pdf|sha256)$|\/report\.json$|-metadata\.json$|^\/api\/(v1|openapi)|^\/(published-)?attachments\//.test(href.replace(/\?.*/, ''));

/** Places times metrics, or missions times days, are thousands of pages of one kind. Whoever signs in sees the public's pages as well, so fewer do. */
const MOST_OF_A_KIND = { visitor: 20, signedIn: 6 };

describe('the site', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication({ database: await createExampleDatabase() });
  }, 180_000);
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
  ])('has no dead link for %s, and titles that tell pages apart', async (_, email) => {
    const agent = email ? await waymark.signIn(email) : waymark.visitor();
    const seen = new Map<string, string>();
    const most = email ? MOST_OF_A_KIND.signedIn : MOST_OF_A_KIND.visitor;
    const ofKind = new Map<string, number>();
    const waiting = ['/'];
    while (waiting.length > 0) {
      const path = waiting.pop() ?? '/';
      if (seen.has(path)) continue;
      const kind = kindOf(path);
      if (kind.includes(':')) {
        ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
        if ((ofKind.get(kind) ?? 0) > most) continue;
      }
      const { status, $, response } = await waymark.open(agent, path);
      expect([path, status]).toEqual([path, 200]);
      const isPage = String(response.headers['content-type']).startsWith('text/html');
      expect([path, isPage]).toEqual([path, !isFile(path)]);
      seen.set(path, isPage ? $('title').text() : path);
      if (!isPage) continue;
      expect([path, $('h1').length]).toEqual([path, 1]);
      expect([path, $('style, [style], [onclick]').length]).toEqual([path, 0]);
      for (const link of $('a[href^="/"]').toArray()) {
        const href = ($(link).attr('href') ?? '/').replace(/#.*/, '');
        if (!seen.has(href)) waiting.push(href);
      }
    }
    const titles = [...seen.values()];
    // With one framework the front page is that framework's page.
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual(['Levelling Up the United Kingdom – Waymark']);
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
        if (kinds.has(kindOf(path)) || isFile(path)) continue;
        kinds.add(kindOf(path));
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
