import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { type Browser } from 'playwright-core';
import { Mission } from '#features/missions/mission.entity.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Release } from '#features/releases/release.entity.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { DECIDED, type Told, tellTheStory } from '../factories/mission-story.factory.js';
import { Person, startBrowser } from '../support/browser.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';
import { faultsOf } from '../support/valid-page.js';

const ADDRESS = '/frameworks/levelling-up-2022/missions/education/hearing-pack';

/** A mission over a year, one thing a day: each pack has what had happened, and nothing of what came after. */
describe('a hearing pack', () => {
  let waymark: TestApplication;
  let told: Told;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    told = await tellTheStory(waymark);
  }, 60_000);
  afterAll(() => waymark?.close());

  const pack = async (on: string): Promise<string> => {
    const { response, status } = await waymark.open(waymark.visitor(), `${ADDRESS}?on=${on}`);
    return status === 200 ? cheerio.load((cheerio.load(response.text)('main').html() ?? '').replaceAll('<', ' <')).text().replaceAll(/\s+/g, ' ') : String(status);
  };

  it('has each thing from its own day on, and not the day before', async () => {
    for (const { on, words } of told.days) {
      const before = new Date(Date.parse(`${on}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
      expect([on, words, (await pack(before)).includes(words), (await pack(on)).includes(words)]).toEqual([on, words, false, true]);
    }
  });

  it('has what was replaced as it stood', async () => {
    expect(await pack(told.replaced.until)).toContain(told.replaced.words);
    expect(await pack(told.replaced.from)).not.toContain(told.replaced.words);
    expect(await pack(waymark.clock.today())).not.toContain('Not public yet');
  });

  it('keeps the words of the mission of before a new import', async () => {
    const on = waymark.clock.today();
    expect(await pack(on)).toContain('S2 of the new import');
    expect(await pack('2026-10-31')).not.toContain('S2 of the new import');
    await expect(waymark.dataSource.query(`UPDATE mission_texts SET statement = 'x'`)).rejects.toThrow(/permission denied|append-only/);
    expect(await waymark.dataSource.getRepository(Mission).count()).toBe(1);
  });

  it('tells nothing of a day to come, of no day, and of a day before the framework', async () => {
    expect([await pack('2030-01-01'), await pack('yesterday'), await pack('2026-02-30'), await pack('2021-12-31')]).toEqual(['404', '404', '404', '404']);
    expect(await waymark.dataSource.getRepository(Framework).count()).toBe(1);
  });

  it('asks for a day in three boxes', async () => {
    const { response } = await waymark.open(waymark.visitor(), `${ADDRESS}?day=${Number(DECIDED.slice(8))}&month=${Number(DECIDED.slice(5, 7))}&year=${DECIDED.slice(0, 4)}`);
    expect(cheerio.load(response.text)('h1').text()).toContain('as of');
  });

  it('never has a verdict from a release whose hour has not come, on the day itself', async () => {
    const [release] = await waymark.dataSource.getRepository(Release).find({ take: 1 });
    expect(await pack(waymark.clock.today())).not.toContain('Not judged yet');
    await waymark.dataSource.query(`UPDATE releases SET published_at = $1 WHERE id = $2`, [new Date(waymark.clock.now().getTime() + 60_000), release?.id]);
    expect(await pack(waymark.clock.today())).toContain('Not judged yet');
  });

  it('opens in under 15 statements, valid and without anything that axe finds', async () => {
    const { result, statements } = await statementsOf(() => waymark.open(waymark.visitor(), `${ADDRESS}?on=${DECIDED}`));
    expect([result.status, statements.length < 15, await faultsOf(result.response.text)]).toEqual([200, true, []]);
    const browser: Browser = await startBrowser();
    try {
      const person = await Person.at(browser, waymark.address, { javaScript: false });
      await person.open(ADDRESS);
      expect(await person.page.title()).toContain('Hearing pack');
    } finally {
      await browser.close();
    }
  }, 60_000);
});
