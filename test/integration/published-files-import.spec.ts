import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const DATA = path.resolve('../shared/data');
const shared = existsSync(DATA);
/** Whole published files are not part of the project. */
const itOnPublishedFiles = shared ? it : it.skip;
if (!shared) console.log(`published-files-import.spec.ts: skipped, for there is no ${path.relative('.', DATA)}`);

const ACTOR = systemActor('command', 'test');
/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;

/** What count-published-rows.py, beside this file, has counted without a line of Waymark. */
interface Counted {
  rows: number;
  rejected: number;
  missing: number;
  figures: number;
  valued: number;
  intervals: number;
  /** Sum of all figures. */
  total: number;
}
const counts = JSON.parse(readFileSync(path.resolve('test/integration/published-row-counts.json'), 'utf8')) as Record<string, Counted>;

/** When each was published, so that the newest counts of each cell; the others are of June 2026. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'ons/earlier-releases/gva_per_hour_2023-05.csv': '2023-05-31',
  'ons/earlier-releases/pay_2023-06_IDS_raw.csv': '2023-06-30',
  'ons/earlier-releases/4g_2022_IDS_raw.csv': '2022-12-31',
  'ons/earlier-releases/hle_2024-02_periods_2011-13.csv': '2024-02-29',
  'ons/earlier-releases/fe_achievements_2024-03.csv': '2024-03-31',
  'ons/earlier-releases/gva_per_hour_2024-07.csv': '2024-07-31',
  'ons/earlier-releases/ks2_2024-09.csv': '2024-09-30',
  'ons/earlier-releases/ks2_2024-12.csv': '2024-12-12',
  'ons/earlier-releases/pay_2024-12.csv': '2024-12-20',
};

/** The layout that each file must be recognised by, as its name or folder tells. */
const LAYOUTS: readonly [RegExp, string][] = [
  [/^ons\/current/, 'ons-current'],
  [/gva_per_hour_2023|IDS_raw/, 'ons-16-columns-value'],
  [/gva_per_hour_2024|ks2_2024-09|fe_/, 'ons-16-columns-observation'],
  [/ks2_2024-12|pay_2024-12/, 'ons-14-columns'],
  [/hle_/, 'ons-health-11-columns'],
  [/_series/, 'joined-series'],
  [/towns_fund/, 'towns-fund-by-place'],
  [/non_decent/, 'non-decent-homes'],
  [/imd2019/, 'deprivation-summary-2019'],
  [/luf_/, 'luf-priority-categories-2021'],
];

describe('importing published files', () => {
  let waymark: TestApplication;
  let importer: ObservationsImportService;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [JobsModule, ExampleLoaderModule] });
    waymark.clock.set('2026-07-01T12:00:00Z');
    importer = waymark.get(ObservationsImportService);
    const text = (file: string): string => readFileSync(path.resolve('example', file), 'utf8');
    for (const name of ['metrics.yml', 'context-metrics.yml']) {
      await waymark.get(MetricsService).importCatalogue(ACTOR, { fileName: name, text: text(`catalogue/${name}`) });
    }
    await waymark.get(AreasService).importRegister(ACTOR, { fileName: 'areas.csv', text: text('areas/areas.csv') });
  }, FIRST_START_MS);
  afterAll(() => waymark.close());

  const metric = async (slug: string): Promise<Metric> => {
    const found = await waymark.get(MetricsQueries).bySlug(slug);
    if (!found) throw new Error(`no metric ${slug}`);
    return found;
  };

  // areas come with the files of ONS, so that the table without codes finds them by their names
  itOnPublishedFiles.each(Object.entries(counts))('accounts for every row of %s, without a change to it', async (name, counted) => {
    const file = path.join(DATA, name);
    const { rows, rejected, missing, figures, valued, intervals, total } = counted;
    const expected = { rowsRead: rows, rowsWithValue: rows - missing - rejected, rowsMissing: missing, rowsRejected: rejected, figures, unknownIndicators: [], contradictions: [], rejected: [] };
    const tried = await importer.importFile(ACTOR, { path: file, dryRun: true });
    const report = await importer.importFile(ACTOR, { path: file, publishedOn: PUBLISHED[name] ?? '2026-06-26' });
    expect(tried).toMatchObject({ ...expected, dryRun: true, releaseId: null, layout: { name: LAYOUTS.find(([pattern]) => pattern.test(name))?.[1] } });
    expect(report).toMatchObject(expected);
    const [stored]: unknown[] = await waymark.dataSource.query(
      'SELECT count(*)::int AS figures, count(value)::int AS valued, (count(*) FILTER (WHERE lower IS NOT NULL AND upper IS NOT NULL))::int AS intervals, sum(value) AS total FROM observations WHERE release_id = $1',
      [report.releaseId],
    );
    expect(stored).toEqual({ figures, valued, intervals, total: expect.closeTo(total, 3) });
    expect(await importer.importFile(ACTOR, { path: file })).toMatchObject({ alreadyLoaded: true, releaseId: report.releaseId, rowsRead: rows, rowsMissing: missing });
  }, FIRST_START_MS);

  itOnPublishedFiles.each(['funding/towns_fund_grant_awarded.csv', 'funding/towns_fund_place_to_la.csv'])('says where %s belongs, which has no figures of areas', async (name) => {
    await expect(importer.importFile(ACTOR, { path: path.join(DATA, name), dryRun: true })).rejects.toMatchObject({ report: { rejected: [{ row: 1, reason: expect.stringContaining('import funding') }] } });
  });

  itOnPublishedFiles('reads releases of one series into the same cells, whatever they call their periods', async () => {
    const queries = waymark.get(ObservationsQueries);
    const at = (date: string): Date => new Date(`${date}T12:00:00Z`);
    const values = async (slug: string, areaCode: string, label: string, dates: string[]): Promise<(number | undefined)[]> => {
      const { id: metricId } = await metric(slug);
      const series = await Promise.all(dates.map((date) => queries.series({ metricId, areaCode, at: at(date) })));
      return series.map((points) => points.find(({ period }) => period.label === label)?.value);
    };
    // each from a row of the files: 2022 in June 2023, 2022-04 in December 2024, 2022-04-27 in June 2026
    expect(await values('gross-median-weekly-pay', 'K02000001', 'April 2022', ['2023-07-01', '2025-01-01', '2026-07-01'])).toEqual([532.5, 533.7, 533.7]);
    // provisional, then final
    expect(await values('gross-median-weekly-pay', 'K02000001', 'April 2024', ['2025-01-01', '2026-07-01'])).toEqual([613.3, 613.5]);
    // a published error, later corrected
    expect(await values('pupils-at-expected-standard', 'E12000009', 'school year 2023/24', ['2024-10-01', '2025-01-01', '2026-07-01'])).toEqual([58, 34, 58]);
    // windows of three years: 2018-20, then 2018-01-01/P3Y
    expect(await values('healthy-life-expectancy-male', 'E09000033', '2018 to 2020', ['2024-03-01', '2026-07-01'])).toEqual([66.33, 59]);
    // a bare year of a snapshot, then the month
    expect(await values('mobile-coverage-4g', 'E06000047', 'September 2022', ['2023-01-01', '2026-07-01'])).toEqual([94.86, 94.86]);
    expect(await values('gva-per-hour', 'S12000023', '2022', ['2024-08-01', '2026-07-01'])).toEqual([46.2, 33.13]);
  });

  itOnPublishedFiles('finds the areas of a table without codes by country and name', async () => {
    const { id: metricId } = await metric('luf-priority-category');
    const areas = await waymark.get(ObservationsQueries).seriesOfAreas({ metricId, levels: ['lower-tier', 'unitary'] });
    const category = (code: string): number | undefined => areas.find((area) => area.code === code)?.series[0]?.value;
    // Barking and Dagenham, York, and Rhondda Cynon Taf, which the table spells with two f
    expect([category('E09000002'), category('E06000014'), category('W06000016')]).toEqual([1, 3, 1]);
  });

  itOnPublishedFiles('adds up the awards of a council that leads several places', async () => {
    // County Durham leads two awards, both for Bishop Auckland: 19,856,855 + 33,200,000 = 53,056,855
    const { id: metricId } = await metric('towns-fund-total');
    const [durham] = await waymark.get(ObservationsQueries).series({ metricId, areaCode: 'E06000047' });
    expect(durham?.value).toBe(53_056_855);
  });

  // how many of the 361 have a figure for the latest period, counted from the files by hand: rows of that period with a value
  // whose code is a district's or a unitary's, less those whose note names a successor that has a figure too
  itOnPublishedFiles.each([
    // Barnsley and Sheffield stand under the codes that they had, and under no other
    ['gva-per-hour', '2023', 361],
    ['gross-median-weekly-pay', 'April 2025', 359],
    // 362 rows, two of them Barnsley and Sheffield under their old codes beside the new ones
    ['first-time-buyer-mortgage-sales', '2024', 360],
  ])('then has the local authorities of the UK once each for %s', async (slug, label, count) => {
    const { id: metricId } = await metric(slug);
    const areas = await waymark.get(ObservationsQueries).seriesOfAreas({ metricId, levels: ['lower-tier', 'unitary'], country: 'UK' });
    expect(areas.filter(({ series }) => series.at(-1)?.period.label === label)).toHaveLength(count);
  });
});
