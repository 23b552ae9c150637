import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type FrozenMetric, frozenMetric } from '#features/forecasts/frozen-choices.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { csvwFaultsOf } from '../support/csvw.js';
import { PageLook } from '../support/page-look.js';
import { faultsOf } from '../support/valid-page.js';

const PAGE = '/frameworks/levelling-up-2022/missions/education/targets/expected-standard';
const CSV = `${PAGE}/forecasts.csv`;
/** Metrics of the published files whose forecasts were tested. */
const TESTED = ['gva-per-hour', 'gross-median-weekly-pay', 'employment-rate', 'average-life-satisfaction', 'average-worthwhile', 'average-happiness', 'average-anxiety', 'healthy-life-expectancy-male', 'healthy-life-expectancy-female', 'economic-inactivity-rate', 'homicide', 'gva-per-filled-job'];

/** One whose test one period ahead held, or failed: which they are follows the choices that are frozen. */
function metricWhere(fails: boolean): { slug: string; metric: FrozenMetric } | undefined {
  return TESTED.map((slug) => ({ slug, metric: frozenMetric(slug) })).find(({ metric: { cells } }) => cells.find(({ horizon }) => horizon === 1)?.fails === fails);
}

/** To the last year before 2029/30, which decides. */
const YEARS = Array.from({ length: 10 }, (_, index) => 2019 + index);
const FIGURES = Object.fromEntries([['2018-09-01/P1Y', 65], ...YEARS.map((year) => [`${year}-09-01/P1Y`, 65 + 2.4 * (year - 2018) + (year % 3)] as const)]);

describe('the chance of meeting a target', () => {
  let waymark: TestApplication;
  let look: PageLook;
  const good = metricWhere(false);
  const bad = metricWhere(true) ?? { slug: 'of-no-file', metric: { cells: [] } };

  const judge = async (): Promise<void> => {
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'clock' }));
    await waymark.runJobs();
    await waymark.runWatches();
  };
  const rows = async (): Promise<Record<string, string>[]> => parse((await waymark.visitor().get(CSV)).text, { columns: true });
  const called = async (slug: string): Promise<void> => {
    await waymark.dataSource.getRepository(Metric).update({ unit: '%' }, { slug });
    await waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, () => Promise.resolve());
  };

  beforeAll(async () => {
    waymark = await startTestApplication();
    look = await PageLook.start(waymark);
    waymark.clock.set('2030-02-05T10:00:00Z');
    const education = await saveEducationMission(waymark.dataSource, 'dfe', good?.slug);
    await publishFigures(waymark.dataSource, education, FIGURES, '2030-01-02');
    await judge();
  }, 120_000);
  afterAll(async () => {
    await look?.close();
    await waymark?.close();
  });

  it('is shown in figures and words beside fan and table, in a page that is valid and in which axe finds nothing', async () => {
    const page = await waymark.open(waymark.visitor(), PAGE);
    const { $ } = page;
    const section = $('#forecast').nextUntil('#judged');
    expect(section.text()).toMatch(/The chance of 90% or better in school year 2029\/30, if things go on as they have: (about \d+ in \d+|less than 1 in 100|more than 99 in 100), (very )?(un)?(likely|could go either way)\./);
    expect(section.find('svg[role=img] path[opacity="0.22"], svg[role=img] path[opacity="0.3"]')).toHaveLength(2);
    expect(section.find('table thead th')).toHaveLength(6);
    expect(section.find(`a[href="${CSV}"]`)).toHaveLength(1);
    expect(await faultsOf(page.response.text)).toEqual([]);
    await look.at(PAGE, page);
  }, 60_000);

  it('stands in the file as it stands on the page, described column by column', async () => {
    const csv = await waymark.visitor().get(CSV);
    const metadata = await waymark.visitor().get(`${CSV}-metadata.json`);
    expect([csv.status, String(csv.headers['link']), metadata.status]).toEqual([200, expect.stringContaining(`<${CSV}-metadata.json>; rel="describedby"`), 200]);
    expect(csvwFaultsOf(JSON.parse(metadata.text), { address: CSV, text: csv.text })).toEqual([]);
    const [row = {}] = await rows();
    expect(row).toMatchObject({ metric: good?.slug, latest_period: '2028-09-01/P1Y', period: 'school year 2029/30', decides: 'true', target_value: '90', why_none: '' });
    const { $ } = await waymark.open(waymark.visitor(), PAGE);
    const cells = $('#expected-standard-forecast').closest('figure').find('tbody td').toArray().map((cell) => Number.parseFloat($(cell).text()));
    for (const [index, name] of ['p10', 'p25', 'p50', 'p75', 'p90'].entries()) expect(Math.abs((cells[index] ?? 0) - Number(row[name]))).toBeLessThan(0.06);
    expect($('#forecast').nextUntil('#judged').text()).toContain(row['chance_in_words']);
  });

  it('is not shown where the test failed or was not to be had: not on the page and not in the file', async () => {
    for (const { slug, metric } of [bad, { slug: 'of-no-file', metric: { cells: [] } }]) {
      await called(slug);
      const text = (await waymark.open(waymark.visitor(), PAGE)).$('#forecast').nextUntil('#judged').text();
      expect([slug, text.includes('No chance is shown'), /\d+ in \d+,/.test(text)]).toEqual([slug, true, false]);
      const [row] = await rows();
      expect(row).toMatchObject({ chance: '', chance_in_words: '', why_none: metric.cells.length > 0 ? 'fails' : 'untested' });
    }
  });

  it('is not given for a rule over areas, and the page says so and why', async () => {
    await waymark.dataSource.getRepository(Target).update({ slug: 'expected-standard' }, { rule: { kind: 'gap', gap: 'variance' }, areas: { every: ['lower-tier'], expected: 300 } } as never);
    waymark.clock.set('2030-03-05T10:00:00Z');
    await judge();
    const page = await waymark.open(waymark.visitor(), PAGE);
    const section = page.$('#forecast').nextUntil('#judged');
    expect(section.text()).toContain('There is no forecast, and no chance: this target is a rule over many areas.');
    expect(section.find('svg, table')).toHaveLength(0);
    expect((await rows())[0]).toMatchObject({ period: '', chance: '', why_none: 'over-areas' });
    await look.at(PAGE, page);
  }, 60_000);
});
