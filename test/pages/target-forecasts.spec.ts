import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoredForecast } from '#features/forecasts/stored-forecast.entity.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const PAGE = '/frameworks/levelling-up-2022/missions/education/targets/expected-standard';
const FIGURES = { '2016-09-01/P1Y': 61, '2017-09-01/P1Y': 64, '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61, '2024-09-01/P1Y': 62 };

describe('the forecast of a target', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  const judge = async (): Promise<void> => {
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'clock' }));
    await waymark.runJobs();
    await waymark.runWatches();
  };
  const stored = (): Promise<StoredForecast[]> => waymark.dataSource.getRepository(StoredForecast).find({ order: { madeAt: 'ASC' } });
  const section = async (): Promise<string> => {
    const { $ } = await waymark.open(waymark.visitor(), PAGE);
    return $('#forecast').nextUntil('#judged').text().replace(/\s+/g, ' ');
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    waymark.clock.set('2026-01-05T10:00:00Z');
    education = await saveEducationMission(waymark.dataSource);
    await publishFigures(waymark.dataSource, education, FIGURES, '2026-01-02');
    await judge();
  }, 120_000);
  afterAll(() => waymark?.close());

  it('is made once after a judgement, with its version and releases, to the period that decides', async () => {
    await waymark.runWatches();
    const rows = await stored();
    expect(rows).toMatchObject([{ targetId: education.target.id, methodVersion: '1', lack: null, releaseIds: [expect.any(Number)] }]);
    const steps = rows[0]?.forecast?.steps ?? [];
    expect(steps.map(({ periodKey }) => periodKey)).toEqual(['2025-09-01/P1Y', '2026-09-01/P1Y', '2027-09-01/P1Y', '2028-09-01/P1Y', '2029-09-01/P1Y']);
    for (const { quantiles } of steps) expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
    expect(rows[0]?.forecast).toMatchObject({ horizon: 5, target: 90, peers: 1 });
  });

  it('stands on the page as picture and table, says why no chance is shown, and changes no verdict', async () => {
    const { $, response } = await waymark.open(waymark.visitor(), PAGE);
    expect($('#forecast').text()).toBe('What is likely to come');
    expect(await section()).toContain('No chance is shown: too few figures of this metric are old enough to test its forecasts.');
    expect($('#expected-standard-forecast').closest('figure').find('tbody tr')).toHaveLength(5);
    expect($('#expected-standard-forecast').closest('figure').find('svg[role="img"]')).toHaveLength(1);
    expect($('a[href="/method#forecasts"]').text()).toBe('How forecasts were tested');
    expect(await faultsOf(response.text)).toEqual([]);
  });

  it('does not see a figure before its hour, and follows when it is out', async () => {
    await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 88 }, '2026-10-10');
    waymark.clock.set('2026-10-09T12:00:00Z');
    await judge();
    expect((await stored()).at(-1)?.forecast?.latest.periodKey).toBe('2024-09-01/P1Y');
    expect(await section()).not.toContain('88');
    waymark.clock.set('2026-10-10T12:00:00Z');
    await judge();
    expect((await stored()).at(-1)?.forecast?.latest).toEqual({ periodKey: '2025-09-01/P1Y', value: 88 });
  });

  it('of an old day is the one that stood then', async () => {
    const { $ } = await waymark.open(waymark.visitor(), `${PAGE}/as-of/2026-03-01`);
    expect($('#expected-standard-forecast').closest('figure').find('tbody tr')).toHaveLength(5);
  });
});
