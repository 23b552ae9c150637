import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { JudgementsService } from '#features/judgements/judgements.service.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { faultsOf } from '../support/valid-page.js';

/**
 * By hand: 65 % in 2018/19, 90 % in 2029/30, a journey of 25 points over 11 years. In 2025/26 seven of them are over: 7/11 = 63.6 % due,
 * so the path stands at 65 + 25 × 7/11 = 80.9. At 70 % it is 10.9 points behind, 10.909/25 = 43.6 % of the journey.
 */
describe('the working of a verdict', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-12-10T10:00:00Z');
    const education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2025-09-01/P1Y': 70 }, '2026-12-09');
    await waymark.get(JudgementsService).judge(systemActor('command', 'judge'));
  });
  afterAll(() => waymark.close());

  it('stands under each target with the numbers of its verdict, and the same on the page of the method', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), '/frameworks/levelling-up-2022/missions/education');
    const steps = $('.waymark-target ol li').toArray().map((step) => $(step).text());
    expect(steps.slice(0, 4)).toEqual([
      'Baseline: 65% in school year 2018/19.',
      'Target: 90% in school year 2029/30, a journey of 25 percentage points.',
      'Latest figure: 70% in school year 2025/26. By then 64% of the journey was due, so the path stands at 80.9%.',
      'Distance: 10.9 percentage points behind the path, which is 44% of the journey.',
    ]);
    expect(steps.at(-1)).toBe('The word: off track.');
    expect(await faultsOf(response.text)).toEqual([]);
    const method = await waymark.open(waymark.visitor(), '/method');
    expect(method.$('main ul li').toArray().map((item) => method.$(item).text())).toEqual(expect.arrayContaining(steps));
  });
});
