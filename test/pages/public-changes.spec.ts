import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { parse } from 'csv-parse/sync';
import { PublicChanges } from '#features/public-changes/public-changes.queries.js';
import { type Told, tellTheStory } from '../factories/mission-story.factory.js';
import { publishFigures } from '../factories/education-mission.factory.js';
import { saveLetter } from '../factories/letter.factory.js';
import { saveArea } from '../factories/release.factory.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { PageLook } from '../support/page-look.js';
import { statementsOf } from '../support/statement-count.js';

const MISSION_FEED = '/feeds/missions/levelling-up-2022/education.atom';

describe('what changed in public', () => {
  let waymark: TestApplication;
  let told: Told;
  let look: PageLook;

  const titlesAt = async (path: string): Promise<string[]> => {
    const page = await waymark.open(waymark.visitor(), path);
    expect([path, page.status]).toEqual([path, 200]);
    await look.at(path, page);
    return page.$('article h2').toArray().map((heading) => page.$(heading).text());
  };
  const feedAt = async (path: string): Promise<{ feed: cheerio.CheerioAPI; text: string }> => {
    const { status, headers, text } = await waymark.visitor().get(path);
    expect([path, status, headers['content-type']]).toEqual([path, 200, 'application/atom+xml; charset=utf-8']);
    return { feed: cheerio.load(text, { xml: true }), text };
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    told = await tellTheStory(waymark);
    waymark.clock.set('2026-11-23T09:00:00Z');
    look = await PageLook.start(waymark);
  }, 180_000);
  afterAll(async () => {
    await look?.close();
    await waymark?.close();
  });

  it('is listed by month, newest first, with the months before and after', async () => {
    const { changes } = await waymark.get(PublicChanges).between({ from: new Date('2026-01-01'), to: new Date('2027-12-31') });
    const kinds = changes.map(({ kind, at }) => `${at.toISOString().slice(0, 10)} ${kind}`);
    for (const expected of ['2026-08-10 verdict', '2026-08-10 alert-raised', '2026-08-20 alert-acknowledged', '2026-09-05 return-published', '2026-09-05 department-judgement', '2026-09-10 council-judgement', '2026-10-20 plan-published', '2026-08-10 release']) expect(kinds).toContain(expected);
    expect(changes.map(({ at }) => at.getTime())).toEqual(changes.map(({ at }) => at.getTime()).toSorted((a, b) => b - a));
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    expect(changes.every(({ at }) => at <= waymark.clock.now())).toBe(true);
    const september = await titlesAt('/changes/2026-09');
    expect(september.join('\n')).toContain('Mission 5, Education: the council says');
    expect(september.length).toBe(changes.filter(({ at }) => at.toISOString().startsWith('2026-09')).length);
    const { $ } = await waymark.open(waymark.visitor(), '/changes/2026-09');
    expect([$('a[rel="prev"]').attr('href'), $('a[rel="next"]').attr('href')]).toEqual(['/changes/2026-08', '/changes/2026-10']);
    const now = await waymark.open(waymark.visitor(), '/changes');
    expect([now.$('h1').text(), now.$('a[rel="next"]').length]).toEqual(['What changed in November 2026', 0]);
    await titlesAt('/changes');
  });

  it.each(['/changes/2026-12', '/changes/2026-13', '/changes/nonsense', '/feeds/missions/levelling-up-2022/nothing.atom', '/feeds/departments/nobody.atom', '/feeds/places/X1.atom'])('%s is not found', async (path) => {
    expect((await waymark.visitor().get(path)).status).toBe(404);
  });

  it('filters by mission, department and place, on the page and in the file', async () => {
    const all = (await titlesAt('/changes/2026-08')).length;
    expect((await titlesAt('/changes/2026-08?mission=levelling-up-2022/education&department=dfe')).length).toBe(all);
    expect(await titlesAt('/changes/2026-08?department=dhsc')).toEqual([]);
    const england = await titlesAt('/changes/2026-08?place=e92000001');
    expect(england.join()).toContain('New figures: Pupils at the expected standard');
    await saveArea(waymark.dataSource, 'E06000047');
    expect(await titlesAt('/changes/2026-08?place=E06000047')).toEqual([]);
    const { $ } = await waymark.open(waymark.visitor(), '/changes/2026-08?mission=%3Cscript%3E&place=nowhere');
    expect($('main').text()).toContain('all changes are listed');
    const rows = parse((await waymark.visitor().get('/changes.csv?month=2026-08&place=E92000001')).text, { columns: true }) as Record<string, string>[];
    expect(rows.length).toBe(england.length);
    expect(rows.find(({ kind }) => kind === 'verdict')).toMatchObject({ missions: 'levelling-up-2022/education', departments: 'dfe', places: 'E92000001', address: expect.stringMatching(/^http.*#expected-standard$/) });
  });

  it('is an Atom feed with all that RFC 4287 asks for', async () => {
    const { feed } = await feedAt(MISSION_FEED);
    expect(feed.root().children('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom');
    for (const name of ['id', 'title', 'updated', 'author']) expect([name, feed('feed').children(name).length]).toEqual([name, 1]);
    expect(feed('feed > author > name').text()).not.toBe('');
    expect(feed('feed > link[rel="self"]').attr('href')).toBe(`${waymark.settings.baseUrl}${MISSION_FEED}`);
    expect(feed('feed > link[rel="alternate"]').attr('href')).toBe(`${waymark.settings.baseUrl}/frameworks/levelling-up-2022/missions/education`);
    const entries = feed('feed > entry').toArray();
    expect(entries.length).toBeGreaterThan(5);
    const ids = entries.map((entry) => feed(entry).children('id').text());
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated', 'link']) expect([name, feed(entry).children(name).length]).toEqual([name, 1]);
      expect(feed(entry).children('id').text()).toMatch(/^tag:[\w.-]+,2026:change\/[\w-]+$/);
      expect(feed(entry).children('link').attr('href')).toMatch(/^https?:\/\//);
      expect(Number.isNaN(Date.parse(feed(entry).children('updated').text()))).toBe(false);
    }
    const updated = entries.map((entry) => feed(entry).children('updated').text());
    expect([...updated].sort().reverse()).toEqual(updated);
    expect(feed('feed > updated').text()).toBe(updated[0]);
    expect((await feedAt(MISSION_FEED)).text).toBe((await feedAt(MISSION_FEED)).text);
    expect(feed.text()).not.toMatch(/undefined|\[object/);
  });

  it('keeps text with markup, and what XML has no place for, out of the feed’s own markup', async () => {
    const rename = (name: string): Promise<unknown> =>
      waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TRIED', subject: 'test' }, (tx) => tx.manager.query(`UPDATE missions SET focus_area = $1`, [name]));
    await rename('R&D <b>x</b> ]]> \u0001é');
    const { feed } = await feedAt(MISSION_FEED);
    const title = feed('feed > entry > title').first();
    expect(title.attr('type')).toBe('html');
    expect(cheerio.load(title.text()).root().text()).toContain('R&D <b>x</b> ]]> é');
    expect(feed('feed > title').text()).toContain('R&D <b>x</b> ]]> é');
    await rename('Education');
  });

  it('answers 304 to a reader who has it', async () => {
    const first = await waymark.visitor().get('/feeds/all.atom');
    expect(first.headers['cache-control']).toBe('public, no-cache');
    expect((await waymark.visitor().get('/feeds/all.atom').set('If-None-Match', String(first.headers['etag']))).status).toBe(304);
    expect((await waymark.visitor().get('/feeds/all.atom').set('If-Modified-Since', String(first.headers['last-modified']))).status).toBe(304);
    expect((await waymark.visitor().get('/feeds/all.atom').set('If-None-Match', '"another"')).status).toBe(200);
    expect(first.headers['set-cookie']).toBeUndefined();
  });

  it('is linked from home, the footer, and the pages of mission and place', async () => {
    expect((await waymark.open(waymark.visitor(), '/')).$('main a[href="/changes"]').length).toBe(1);
    for (const [path, feed] of [['/frameworks/levelling-up-2022/missions/education', MISSION_FEED], ['/places/E92000001', '/feeds/places/E92000001.atom']] as const) {
      const page = await waymark.open(waymark.visitor(), path);
      await look.at(path, page);
      expect(page.$('head link[rel="alternate"][type="application/atom+xml"]').attr('href')).toBe(feed);
      expect([page.$(`main a[href="${feed}"]`).length, page.$('footer a[href="/changes"], .govuk-footer a[href="/changes"]').length]).toEqual([1, 1]);
      await feedAt(feed);
    }
  });

  it('tells nothing of a release before its hour, of a draft letter and of a return held through a pre-election period', async () => {
    const everywhere = async (): Promise<string> =>
      (await Promise.all(['/changes', '/changes/2026-10', '/changes.csv', '/changes.csv?month=2026-10', '/feeds/all.atom', MISSION_FEED, '/feeds/departments/dfe.atom', '/feeds/places/E92000001.atom'].map(async (path) => (await waymark.visitor().get(path)).text))).join('\n');
    await publishFigures(waymark.dataSource, told.education, { '2024-09-01/P1Y': 66 }, '2026-11-24');
    await waymark.dataSource.query(`UPDATE releases SET publisher = 'Secret Office', imported_at = '2026-11-20T09:00:00Z' WHERE published_on = '2026-11-24'`);
    await saveLetter(waymark.dataSource, { reference: 'LT-2026-SECR', missionId: told.education.mission.id, subject: 'A secret draft', createdAt: new Date('2026-11-20T00:00:00Z'), publishedAt: null });
    expect(await everywhere()).not.toMatch(/secret/i);
    waymark.clock.set('2026-11-24T09:29:59Z');
    expect(await everywhere()).not.toMatch(/secret/i);
    waymark.clock.set('2026-11-24T09:30:00Z');
    expect((await waymark.visitor().get('/feeds/all.atom')).text).toContain('Secret Office');

    const { changes } = await waymark.get(PublicChanges).between({ from: new Date('2026-09-04'), to: new Date('2026-09-06') });
    expect(changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['return-published', 'department-judgement']));
    await waymark.dataSource.query(`INSERT INTO calendar_days (kind, name, first_day, last_day, source, entered_at) VALUES ('pre-election', 'An election', '2026-09-01', '2026-10-03', 'test', '2026-08-01')`);
    const kindsAt = async (from: string, to: string): Promise<string[]> => (await waymark.get(PublicChanges).between({ from: new Date(from), to: new Date(to) })).changes.map(({ kind, at }) => `${kind} ${at.toISOString()}`);
    expect((await kindsAt('2026-09-04', '2026-10-03T22:59:59Z')).join()).not.toMatch(/return-published|department-judgement/);
    expect(await kindsAt('2026-10-03T22:59:59Z', '2026-10-03T23:00:00Z')).toEqual(['return-published 2026-10-03T23:00:00.000Z', 'department-judgement 2026-10-03T23:00:00.000Z']);
  });

  it('costs fewer than fifteen statements a page', async () => {
    for (const path of ['/changes', '/changes?place=E92000001', '/feeds/all.atom', '/feeds/places/E92000001.atom']) {
      const { statements } = await statementsOf(async () => waymark.visitor().get(path));
      expect([path, statements.length < 15, statements.length]).toEqual([path, true, statements.length]);
    }
  });
});
