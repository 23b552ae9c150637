import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Mission } from '#features/missions/mission.entity.js';
import { publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

describe('the Welsh of maps, money, ambition and who contributes', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication();
    const education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2023-09-01/P1Y': 77 }, '2025-12-10');
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { contributors: ['dhsc'] });
  }, 60_000);
  afterAll(() => waymark?.close());

  const welsh = async (path: string): Promise<Page> => {
    const visitor = waymark.visitor();
    visitor.set('Cookie', 'waymark_language=cy');
    const page = await waymark.open(visitor, path);
    expect([path, page.status, page.$('html').attr('lang'), await faultsOf(page.response.text)]).toEqual([path, 200, 'cy', []]);
    return page;
  };

  it.each([
    ['/funding', ['Cyllid', 'Nid oes cronfa wedi’i llwytho.']],
    ['/funding/grants-of-councils', ['Grantiau cynghorau']],
    ['/frameworks/levelling-up-2022/missions/education', ['Adrannau sy’n cyfrannu', 'ers 5 Ionawr 2026']],
    ['/data', ['CSV, ']],
  ])('stands on %s', async (path, phrases) => {
    const { $ } = await welsh(path);
    const text = $('main').text().replaceAll(/\s+/g, ' ');
    for (const phrase of phrases) expect(text).toContain(phrase);
    // what has no Welsh yet is marked as English; heads of tables have it
    expect($('main th[scope="col"][lang="en"]').toArray().map((element) => $(element).text().trim())).toEqual([]);
  });
});
