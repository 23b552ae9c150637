import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { type TestDatabase } from '../support/database.js';
import { createExampleDatabase } from '../support/example-database.js';
import { PageLook, routeOf } from '../support/page-look.js';

const WELSH = 'waymark_language=cy';
const MISSION = '/frameworks/levelling-up-2022/missions/health';
/** Pages that a search engine is not told of. */
const UNLISTED = ['/search', '/search?q=health', '/search?q=zzzz', '/subscribe', '/subscribe/asked', '/subscribe/confirm/nonsense', '/sign-in', '/frameworks', '/changes?mission=x', '/frameworks/levelling-up-2022/closing', '/nowhere'];

describe('the languages of the public pages', () => {
  let database: TestDatabase;
  let waymark: TestApplication;

  beforeAll(async () => {
    database = await createExampleDatabase();
    waymark = await startTestApplication({ database });
  }, 180_000);
  afterAll(async () => {
    await waymark.close();
    await database.drop();
  });

  const get = (address: string, cookie?: string): ReturnType<ReturnType<TestApplication['visitor']>['get']> => {
    const request = waymark.visitor().get(address).redirects(0);
    return cookie ? request.set('Cookie', cookie) : request;
  };

  it('are chosen by a link on the page, kept in a cookie for a year, and changed back', async () => {
    const visitor = waymark.visitor();
    const english = await waymark.open(visitor, `${MISSION}`);
    const link = english.$('a[hreflang="cy"]');
    expect([link.text(), link.attr('lang'), link.attr('href'), english.$('html').attr('lang')]).toEqual(['Cymraeg', 'cy', `${MISSION}?lang=cy`, 'en-GB']);
    const chosen = await visitor.get(link.attr('href') ?? '').redirects(0);
    expect([chosen.status, chosen.headers['location']]).toEqual([303, MISSION]);
    expect(String(chosen.headers['set-cookie'])).toMatch(/^waymark_language=cy; Max-Age=31536000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const welsh = await waymark.open(visitor, MISSION);
    expect([welsh.$('html').attr('lang'), welsh.$('a[hreflang="en"]').text(), welsh.$('.govuk-skip-link').text()]).toEqual(['cy', 'English', 'Neidio i’r prif gynnwys']);
    await visitor.get(welsh.$('a[hreflang="en"]').attr('href') ?? '').expect(303);
    expect((await waymark.open(visitor, MISSION)).$('html').attr('lang')).toBe('en-GB');
  });

  it('keep what was asked, lead nowhere else, and take no language that there is not', async () => {
    const found = await get('/search?q=health', WELSH);
    expect(load(found.text)('a[hreflang="en"]').attr('href')).toBe('/search?q=health&lang=en');
    expect((await get('/search?q=health&lang=en')).headers['location']).toBe('/search?q=health');
    expect((await get('//evil.example/?lang=cy')).headers['location']).toBe('/evil.example/');
    const wrong = await get('/?lang=fr');
    expect([wrong.status, wrong.headers['set-cookie'], wrong.headers['content-language']]).toEqual([200, undefined, 'en-GB']);
  });

  it('are each visitor’s own, from the same kept page at once, with a tag of each', async () => {
    const answers = await Promise.all([get('/alerts'), get('/alerts', WELSH), get('/alerts', 'waymark_language=en'), get('/alerts', WELSH), get('/alerts')]);
    expect(answers.map(({ headers }) => headers['content-language'])).toEqual(['en-GB', 'cy', 'en-GB', 'cy', 'en-GB']);
    expect(answers.map(({ text }) => load(text)('h1').text().trim())).toEqual(['Alerts', 'Rhybuddion', 'Alerts', 'Rhybuddion', 'Alerts']);
    const [english, welsh] = answers;
    expect(welsh?.headers['vary']).toContain('Cookie');
    expect(welsh?.headers['etag']).not.toBe(english?.headers['etag']);
    expect((await get('/alerts', WELSH).set('If-None-Match', String(welsh?.headers['etag']))).status).toBe(304);
    expect((await get('/alerts', WELSH).set('If-None-Match', String(english?.headers['etag']))).status).toBe(200);
    expect((await get('/alerts').set('If-None-Match', String(english?.headers['etag']))).status).toBe(304);
  });

  it('change nothing that is kept, and no file', async () => {
    const count = async (): Promise<unknown> => waymark.dataSource.query('SELECT (SELECT count(*) FROM audit_entries) AS moves, (SELECT count(*) FROM sessions) AS sessions');
    const before = await count();
    await get('/alerts?lang=cy').expect(303);
    await get('/alerts', WELSH).expect(200);
    expect(await count()).toEqual(before);
    expect((await get('/alerts.csv', WELSH)).text).toBe((await get('/alerts.csv')).text);
  });

  it('stay English for whoever is signed in', async () => {
    const agent = await waymark.signIn('asha.rahman@dhsc.example.org');
    await agent.get('/?lang=cy').redirects(0).expect(303);
    const { $ } = await waymark.open(agent, '/');
    expect([$('html').attr('lang'), $('a[hreflang]').length]).toEqual(['en-GB', 0]);
  });

  it('are kept for whoever subscribes, and her mail is in it', async () => {
    const told = async (cookie: string, email: string): Promise<string[]> => {
      const agent = waymark.visitor();
      agent.set('Cookie', cookie);
      expect((await waymark.submit(agent, '/subscribe', { subject: 'mission:levelling-up-2022/health', rhythm: 'at-once', email })).status).toBe(303);
      await waymark.runJobs();
      const mail = waymark.sent.find(({ recipient }) => recipient === email);
      expect((await waymark.submit(agent, new URL(/https?:\/\/\S+confirm\S+/.exec(mail?.body ?? '')?.[0] ?? '').pathname, {})).status).toBe(303);
      return [mail?.subject ?? '', mail?.body ?? ''];
    };
    const [subject, body] = await told(WELSH, 'darllenydd@example.org');
    expect(subject).toBe('Cadarnhewch eich tanysgrifiad i Waymark');
    for (const words of ['Gofynnodd rhywun, chi gobeithio', 'Cenhadaeth 7, Health', 'Agorwch y ddolen hon', 'ni ddaw rhagor o e-byst']) expect(body).toContain(words);
    expect((await told('waymark_language=en', 'reader@example.org'))[0]).toBe('Confirm your subscription to Waymark');
    expect(await waymark.dataSource.query('SELECT email, language FROM subscribers ORDER BY email')).toEqual([{ email: 'darllenydd@example.org', language: 'cy' }, { email: 'reader@example.org', language: 'en' }]);
  });

  it('are Welsh on every kind of public page: valid, with an own title, and nothing that axe finds', async () => {
    const map = load((await get('/sitemap.xml')).text, { xml: true });
    const listed = map('loc').toArray().map((place) => new URL(map(place).text()).pathname);
    const kinds = new Map([...listed, ...UNLISTED].map((address) => [routeOf(address), address]));
    // the only framework's page is the front page
    kinds.delete('/frameworks/:slug');
    expect(kinds.size).toBeGreaterThan(40);
    const englishButtons: string[] = [];
    const look = await PageLook.start(waymark);
    const visitor = waymark.visitor();
    visitor.set('Cookie', WELSH);
    try {
      for (const address of kinds.values()) {
        const page = await waymark.open(visitor, address);
        if (!String(page.response.headers['content-type']).startsWith('text/html') || page.status === 303) continue;
        const { $ } = page;
        expect([address, $('html').attr('lang')]).toEqual([address, 'cy']);
        expect([address, $('footer, .govuk-footer').find('a[lang="en"]').map((_, link) => $(link).text()).get()]).toEqual([address, []]);
        expect([address, $('.govuk-service-navigation [lang="en"], .govuk-breadcrumbs a[href="/"][lang="en"]').text()]).toEqual([address, '']);
        englishButtons.push(...$('.govuk-button[lang="en"]').toArray().map((button) => `${address}: ${$(button).text().trim()}`));
        await look.at(address, page);
      }
      expect(englishButtons).toEqual([]);
      expect(look.count.axe).toBeGreaterThan(20);
    } finally {
      await look.close();
    }
  }, 480_000);
});
