import { type Agent, type Page, type TestApplication } from './application.js';
import { routeOf } from './page-look.js';

/** Files and the API: no pages. */
export function isFile(href: string): boolean {
  return /\.(atom|csv|ics|json|pdf|sha256|txt|xlsx|xml)$|^\/api\/|^\/(published-)?attachments\/|^\/letters\/[^/]+\/attachment$/.test(href.replace(/\?.*/, ''));
}

/** Addresses that only send on: to the day before or after on which a page changed. */
const sendsOn = (kind: string): boolean => kind.endsWith('/as-of/:day/:which');

/** What a walk has found: the title of each page by its address (a file’s is its address), and what is wrong, one line each. */
export interface SiteWalk {
  titles: Map<string, string>;
  faults: string[];
}

/**
 * Opens every address that links lead to from the first page, at most so many of one kind: the page must be there, with one h1 and nothing
 * that the content security policy would strip. The same page in another language is not walked to.
 * @param faultsOn what else is wrong with a page, one line each
 */
export async function walkSite(waymark: TestApplication, agent: Agent, most: number, faultsOn: (page: Page, path: string) => Promise<string[]> = () => Promise.resolve([])): Promise<SiteWalk> {
  const walk: SiteWalk = { titles: new Map(), faults: [] };
  const ofKind = new Map<string, number>();
  const waiting = [{ path: '/', from: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, from } = next;
    if (walk.titles.has(path)) continue;
    const kind = routeOf(path);
    if (kind.includes(':')) {
      ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
      if ((ofKind.get(kind) ?? 0) > most) continue;
    }
    const page = await waymark.open(agent, path);
    const { status, $, response } = page;
    const isPage = String(response.headers['content-type']).startsWith('text/html');
    walk.titles.set(path, isPage && status === 200 ? $('title').text() : path);
    if (status === 303 && sendsOn(kind)) {
      waiting.push({ path: String(response.headers['location']), from: path });
      continue;
    }
    if (status !== 200 || isPage === isFile(path)) walk.faults.push(`${path} (from ${from}) answers ${status} ${response.headers['content-type']}`);
    if (!isPage || status !== 200) continue;
    if ($('h1').length !== 1) walk.faults.push(`${path} has ${$('h1').length} h1`);
    if ($('style, [style], [onclick]').length > 0) walk.faults.push(`${path} has style or script in it`);
    walk.faults.push(...(await faultsOn(page, path)).map((fault) => `${path}: ${fault}`));
    const links = $('a[href^="/"]:not([hreflang])').toArray().map((link) => ($(link).attr('href') ?? '/').replace(/#.*/, ''));
    waiting.push(...links.filter((href) => !walk.titles.has(href)).map((href) => ({ path: href, from: path })));
  }
  return walk;
}
