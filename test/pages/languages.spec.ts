import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { type TestDatabase } from '../support/database.js';
import { createExampleDatabase } from '../support/example-database.js';
import { faultsOf } from '../support/valid-page.js';

const WELSH = 'waymark_language=cy';
const MISSION = '/frameworks/levelling-up-2022/missions/health';
const PAGES = ['/', MISSION, '/figures', '/figures/gva-per-hour', '/places', '/places/E08000003', '/departments', '/departments/dfe', '/alerts', '/changes', '/calendar', '/consultations', '/reports', '/inquiries', '/search?q=health', '/data', '/accessibility', '/cookies', '/method', '/nowhere'];

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

  it.each(PAGES)('are valid HTML in Welsh at %s', async (address) => {
    const { text } = await get(address, WELSH);
    const $ = load(text);
    expect([address, await faultsOf(text), $('html').attr('lang'), $('h1').length]).toEqual([address, [], 'cy', 1]);
    expect($('footer, .govuk-footer').find('a[lang="en"]').map((_, link) => $(link).text()).get()).toEqual([]);
    expect($('.govuk-service-navigation [lang="en"]').text()).toBe('');
  });
});
