import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Told, tellMore, tellTheStory } from '../factories/mission-story.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { publicPageFaults } from '../support/public-page.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const MISSION = '/frameworks/levelling-up-2022/missions/education';

/** A mission over a year, one thing a day: each day's page has what had happened, and nothing of what came after. */
describe('the page of a mission as it stood on a day', () => {
  let waymark: TestApplication;
  let told: Told;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    told = await tellTheStory(waymark);
  }, 60_000);
  afterAll(() => waymark?.close());

  const open = async (day: string, page = MISSION): Promise<string> => {
    const { response, status } = await waymark.open(waymark.visitor(), `${page}/as-of/${day}`);
    return status === 200 ? cheerio.load((cheerio.load(response.text)('main').html() ?? '').replaceAll('<', ' <')).text().replaceAll(/\s+/g, ' ') : String(status);
  };
  // the pack has plans and decisions too; the page points to it
  const ELSEWHERE = ['Education is too slow', 'Tutors in every school'];

  it('has each thing from its own day on, and not the day before', async () => {
    for (const { on, words } of told.days.filter((each) => !ELSEWHERE.includes(each.words) && each.words !== 'S2 of the new import')) {
      const before = new Date(Date.parse(`${on}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      expect([on, words, (await open(before)).includes(words), (await open(on)).includes(words)]).toEqual([on, words, false, true]);
    }
    expect(await open(told.replaced.until)).toContain(told.replaced.words);
    expect(await open(told.replaced.from)).not.toContain(told.replaced.words);
  });

  it('says whose day it is, leads to today and to the days of change, and names its own address as the one to quote', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), `${MISSION}/as-of/2026-09-05`);
    expect($('title').text()).toContain('as it stood on 5 September 2026');
    expect($('link[rel="canonical"]').attr('href')).toBe(`${MISSION}/as-of/2026-09-05`);
    expect($('.govuk-notification-banner a').toArray().map((link) => $(link).attr('href'))).toEqual([MISSION, `${MISSION}/as-of/2026-09-05/previous`, `${MISSION}/as-of/2026-09-05/next`]);
    expect(await faultsOf(response.text)).toEqual([]);
    const today = await waymark.open(waymark.visitor(), MISSION);
    expect(today.$(`main a[href="${MISSION}/as-of/2026-11-23"]`).text()).toBe('Link to this page as it stands today');
    expect(today.$('.govuk-notification-banner')).toHaveLength(0);
  });

  it.each([
    ['2026-09-06', 'next', `${MISSION}/as-of/2026-09-10`],
    ['2026-09-05', 'previous', `${MISSION}/as-of/2026-08-20`],
    ['2022-02-03', 'previous', `${MISSION}/as-of/2022-02-02`],
    ['2026-11-23', 'next', MISSION],
  ])('from %s the %s day of change is at %s', async (day, which, address) => {
    const { response } = await waymark.open(waymark.visitor(), `${MISSION}/as-of/${day}/${which}`);
    expect([response.status, response.headers['location']]).toEqual([303, address]);
  });

  it.each([
    ['2030-01-01', 'still to come'],
    ['2021-12-31', 'before the framework'],
    ['2026-02-30', 'no day'],
    ['yesterday', 'no day'],
  ])('has nothing on %s and says why: %s', async (day, why) => {
    for (const page of [MISSION, `${MISSION}/targets/expected-standard`]) {
      const { status, $ } = await waymark.open(waymark.visitor(), `${page}/as-of/${day}`);
      expect([status, $('main').text().includes(why)]).toEqual([404, true]);
    }
  });

  it('is the same to the byte whatever comes after: figures, a lead, a reset, another wording, a judgement, an answer', async () => {
    const pages = ['2026-08-15', '2026-09-20', '2026-11-10', '2026-11-23'].flatMap((day) => [`${MISSION}/as-of/${day}`, `${MISSION}/targets/expected-standard/as-of/${day}`, `/frameworks/levelling-up-2022/as-of/${day}`, `/figures/key-stage-2/as-of/${day}`, `/figures/key-stage-2/as-of/${day}.csv`, `/alerts/${told.alert}/as-of/${day}`]);
    const read = async (): Promise<string[]> => {
      const texts: string[] = [];
      for (const page of pages) {
        const { status, text } = await waymark.visitor().get(page);
        expect([page, status]).toEqual([page, 200]);
        texts.push(text);
      }
      return texts;
    };
    // of a day that goes on nothing is settled yet
    waymark.clock.set('2026-11-24T09:00:00Z');
    const noted = await read();
    await tellMore(waymark, told);
    expect(await read()).toEqual(noted);
    const today = await waymark.visitor().get(MISSION);
    for (const words of ['95% reach', 'Department of Health', 'Better in spring.', '99%', 'A clause of 2027', 'Estimated by a new method.']) expect([words, today.text.includes(words)]).toEqual([words, true]);
    for (const text of noted) expect(text).not.toMatch(/95% reach|Better in spring|A clause of 2027|Levelling Up 2027/);
  });

  it('has the figures of its pictures as a file of that day, with its metadata', async () => {
    const faultsOn = publicPageFaults();
    for (const day of ['2026-08-15', '2026-11-10']) {
      const address = `/figures/key-stage-2/as-of/${day}.csv`;
      const [csv, metadata] = [await waymark.visitor().get(address), await waymark.visitor().get(`${address}-metadata.json`)];
      expect([csv.status, csv.headers['link']]).toEqual([200, `<${address}-metadata.json>; rel="describedby"; type="application/csvm+json"`]);
      expect(csvwFaultsOf(JSON.parse(metadata.text), { address, text: csv.text })).toEqual([]);
      for (const page of [MISSION, `${MISSION}/targets/expected-standard`, '/figures/key-stage-2']) {
        const opened = await waymark.open(waymark.visitor(), `${page}/as-of/${day}`);
        expect([page, opened.$(`main a[href="${address}"]`).length > 0, await faultsOn(opened)]).toEqual([page, true, []]);
      }
    }
    for (const day of ['2030-01-01', '2021-12-31', 'yesterday']) expect([day, (await waymark.visitor().get(`/figures/key-stage-2/as-of/${day}.csv`)).status]).toEqual([day, 404]);
  });

  it('is valid for a framework, a metric and an alert too, which was not there before it was raised', async () => {
    for (const page of ['/frameworks/levelling-up-2022', '/figures/key-stage-2', `/alerts/${told.alert}`, `${MISSION}/targets/expected-standard`]) {
      const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), `${page}/as-of/2026-09-20`));
      expect([page, result.status, statements.length < 15, await faultsOf(result.response.text)]).toEqual([page, 200, true, []]);
    }
    expect((await waymark.open(waymark.visitor(), `/alerts/${told.alert}/as-of/2026-08-01`)).status).toBe(404);
  });

  it('marks a break of a series from the day on which somebody recorded it, whatever release it came with', async () => {
    const figures = '/figures/key-stage-2';
    const settled = await open('2026-11-20', figures);
    const [metric]: { id: number; release: number; person: string }[] = await waymark.dataSource.query(
      `SELECT m.id, min(rm.release_id) AS release, (SELECT id FROM users LIMIT 1) AS person FROM metrics m JOIN release_metrics rm ON rm.metric_id = m.id WHERE m.slug = 'key-stage-2' GROUP BY m.id`,
    );
    for (const [what, release, at] of [['Another test was set', metric?.release, '2026-11-21T10:00:00Z'], ['Absent pupils count too', null, '2026-11-22T10:00:00Z']]) {
      await waymark.dataSource.query(
        `INSERT INTO series_breaks (metric_id, period_key, what, reason, release_id, recorded_by, at) VALUES ($1, '2024-09-01/P1Y', $2, 'r', $3, $4, $5)`,
        [metric?.id, what, release, metric?.person, at],
      );
    }
    const told = async (day: string): Promise<boolean[]> => {
      const text = await open(day, figures);
      return [text.includes('Another test was set'), text.includes('Absent pupils count too')];
    };
    expect([await told('2026-11-20'), await told('2026-11-21'), await told('2026-11-22')]).toEqual([[false, false], [true, false], [true, true]]);
    expect(await open('2026-11-20', figures)).toBe(settled);
    const { response } = await waymark.open(waymark.visitor(), `${figures}/as-of/2026-11-20/next`);
    expect(response.headers['location']).toBe(`${figures}/as-of/2026-11-21`);
  });

  it('opens in under fifteen statements', async () => {
    const { statements } = await statementsOf(() => waymark.open(waymark.visitor(), `${MISSION}/as-of/2026-10-15`));
    expect(statements.length).toBeLessThan(15);
  });
});
