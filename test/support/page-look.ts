import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Browser, type Page as BrowserPage } from 'playwright-core';
import { type Page, type TestApplication } from './application.js';
import { axeFindings } from './axe.js';
import { startBrowser } from './browser.js';
import { faultsOf } from './valid-page.js';

const ROUTES = (parse(readFileSync('doc/security/permissions.csv'), { columns: true, comment: '#' }) as { method: string; path: string; who: string }[])
  .map(({ method, path, who }) => ({ method, path, who, matches: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`) }))
  // The exact ones before those with parameters.
  .sort((one, other) => one.path.split(':').length - other.path.split(':').length);

/** The route that answers an address; the address itself where there is none. */
export function routeOf(address: string): string {
  const path = address.replace(/[?#].*/, '');
  return ROUTES.find(({ matches }) => matches.test(path))?.path ?? path;
}

/** Every address that can be opened below a prefix with the one id in it that is known: `/evidence-returns/:id`. */
export function addressesBelow(prefix: string, id: string): string[] {
  return ROUTES.filter(({ method, path }) => method === 'GET' && path.startsWith(prefix) && !path.slice(prefix.length).includes(':') && !path.endsWith('.xlsx')).map(({ path }) => path.replace(':id', id));
}

/**
 * What holds of every page in every state: valid HTML, one h1, a title that no other kind of page has and that begins with "Error: " where
 * and only where something was refused, each error leading to its field, no id twice, no script or style in it, and nothing that axe finds.
 * axe runs in a browser on the page as it was sent, once for each look: pages that differ in their words alone look the same.
 */
export class PageLook {
  private readonly routesOfTitles = new Map<string, string>();
  private readonly shapes = new Set<string>();
  private readonly looks = new Set<string>();
  /** Pages looked at, and of those how many by axe. */
  readonly count = { pages: 0, axe: 0 };

  private constructor(
    private readonly waymark: TestApplication,
    private readonly browser: Browser | undefined,
    private readonly tab: BrowserPage | undefined,
  ) {}

  static async start(waymark: TestApplication): Promise<PageLook> {
    if (process.env['WAYMARK_TEST_SKIP_CHROMIUM']) return new PageLook(waymark, undefined, undefined);
    const browser = await startBrowser();
    const tab = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    return new PageLook(waymark, browser, tab);
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }

  /** @param address where the page was asked for or sent to */
  async at(address: string, page: Page): Promise<void> {
    const { $, status } = page;
    const said = `${status} ${address}`;
    this.count.pages += 1;
    await this.htmlAt(said, page);
    expect([said, $('h1').length, $('style, [style], [onclick]').length]).toEqual([said, 1, 0]);
    // a target may be undefined: that is a verdict
    expect(said + $('main').text()).not.toMatch(/(?<!arget )undefined|\bNaN\b|\[object/);
    this.titleAt(said, address, page);
    for (const link of $('.govuk-error-summary__list a').toArray()) {
      const href = $(link).attr('href') ?? '';
      if (href.startsWith('#')) expect([said, href, $(`[id="${href.slice(1)}"]`).length]).toEqual([said, href, 1]);
      else expect([said, href]).toEqual([said, expect.stringMatching(/^\/./)]);
    }
    await this.axeAt(said, page);
  }

  /** Once for each shape: element after element with what it is called by, whatever it says. */
  private async htmlAt(said: string, { $, response }: Page): Promise<void> {
    const ids = $('[id]').toArray().map((element) => $(element).attr('id'));
    expect([said, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([said, []]);
    const shape = $('body *').toArray().map((element) => `${element.tagName} ${Object.keys(element.attribs).join()} ${$(element).attr('class') ?? ''}`).join(';');
    if (this.shapes.has(shape)) return;
    this.shapes.add(shape);
    expect([said, await faultsOf(response.text)]).toEqual([said, []]);
  }

  private titleAt(said: string, address: string, { $, status }: Page): void {
    const title = $('title').text();
    const refused = $('.govuk-error-summary').length > 0;
    expect([said, title, title.startsWith('Error: ')]).toEqual([said, title, refused]);
    // Pages that say no have the title of what they say.
    if (status !== 200) return;
    const plain = title.replace(/^Error: /, '');
    const route = routeOf(address);
    expect([title, this.routesOfTitles.get(plain) ?? route]).toEqual([title, route]);
    this.routesOfTitles.set(plain, route);
  }

  private async axeAt(said: string, { $, response }: Page): Promise<void> {
    const look = $('main *').toArray().map((element) => `${element.tagName}.${$(element).attr('class') ?? ''}.${$(element).attr('type') ?? ''}`);
    const key = [...new Set(look)].sort().join(' ');
    if (!this.tab || this.looks.has(key)) return;
    this.looks.add(key);
    this.count.axe += 1;
    const address = `${this.waymark.address}/page-as-it-was-sent`;
    await this.tab.route(address, (route) => route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: response.text }));
    await this.tab.goto(address);
    await this.tab.unroute(address);
    const found = await axeFindings(this.tab);
    expect([said, found]).toEqual([said, []]);
  }
}
