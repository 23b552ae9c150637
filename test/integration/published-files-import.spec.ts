import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

const CURRENT = path.resolve('../shared/data/ons/current');
const shared = existsSync(CURRENT);
/** Whole published files are not part of the project. */
const itOnPublishedFiles = shared ? it : it.skip;
if (!shared) console.log(`published-files-import.spec.ts: skipped, for there is no ${path.relative('.', CURRENT)}`);

const ACTOR = systemActor('command', 'test');
/** The first suite of a run also makes the template that all copy. */
const FIRST_START_MS = 60_000;

/** An independent count: whole lines, the value cut out from the right by a regular expression. */
function countLines(file: string): { rows: number; blank: number } {
  const [header = '', ...lines] = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter((line) => line !== '');
  const at = header.split(',').indexOf('observation');
  const cells = /("(?:[^"]|"")*"|[^,]*)(?:,|$)/g;
  const blank = lines.filter((line) => [...line.matchAll(cells)][at]?.[1] === '').length;
  return { rows: lines.length, blank };
}

describe('importing published files', () => {
  let waymark: TestApplication;
  let importer: ObservationsImportService;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [JobsModule, ExampleLoaderModule] });
    importer = waymark.get(ObservationsImportService);
    const text = (file: string): string => readFileSync(path.resolve('example', file), 'utf8');
    await waymark.get(MetricsService).importCatalogue(ACTOR, { fileName: 'metrics.yml', text: text('catalogue/metrics.yml') });
    await waymark.get(AreasService).importRegister(ACTOR, { fileName: 'areas.csv', text: text('areas/areas.csv') });
  }, FIRST_START_MS);
  afterAll(() => waymark.close());

  const metric = async (slug: string): Promise<Metric> => {
    const found = await waymark.get(MetricsQueries).bySlug(slug);
    if (!found) throw new Error(`no metric ${slug}`);
    return found;
  };

  itOnPublishedFiles('accounts for all 16,402 rows of gross-value-added.csv', async () => {
    const file = path.join(CURRENT, 'gross-value-added.csv');
    const report = await importer.importFile(ACTOR, { path: file });
    expect(report).toMatchObject({ rowsRead: 16_402, rowsWithValue: 16_390, rowsMissing: 12, rowsRejected: 0, rejected: [], unknownIndicators: [] });
    const [stored]: unknown[] = await waymark.dataSource.query(
      `SELECT count(*)::int AS rows, count(value)::int AS valued, count(*) FILTER (WHERE value IS NULL AND status = 'x')::int AS missing FROM observations WHERE release_id = $1`,
      [report.releaseId],
    );
    expect(stored).toEqual({ rows: 16_402, valued: 16_390, missing: 12 });
    // Hounslow 2020 is 54.19 and Barnsley stands under its code of then
    const queries = waymark.get(ObservationsQueries);
    const { id: metricId } = await metric('gva-per-hour');
    const hounslow = await queries.series({ metricId, areaCode: 'E09000018' });
    expect([hounslow.length, hounslow.find(({ period }) => period.label === '2020')?.value]).toEqual([20, 54.19]);
  });

  const names = shared ? readdirSync(CURRENT).filter((name) => name.endsWith('.csv') && name !== 'gross-value-added.csv') : [];
  itOnPublishedFiles.each(names.length > 0 ? names : ['../shared/data/ons/current'])('accounts for every row of %s', async (name) => {
    const file = path.join(CURRENT, name);
    const { rows, blank } = countLines(file);
    const tried = await importer.importFile(ACTOR, { path: file, dryRun: true });
    const report = await importer.importFile(ACTOR, { path: file });
    for (const found of [tried, report]) {
      expect(found).toMatchObject({ rowsRead: rows, rowsWithValue: rows - blank, rowsMissing: blank, rowsRejected: 0, unknownIndicators: [] });
    }
    const [stored]: unknown[] = await waymark.dataSource.query('SELECT count(*)::int AS rows, (count(*) - count(value))::int AS missing FROM observations WHERE release_id = $1', [report.releaseId]);
    expect(stored).toEqual({ rows, missing: blank });
    expect(await importer.importFile(ACTOR, { path: file })).toMatchObject({ alreadyLoaded: true, releaseId: report.releaseId });
  }, FIRST_START_MS);

  // how many of the 361 have a figure for the latest period, counted from the files by hand: rows of that period with a value
  // whose code is a district's or a unitary's, less those whose note names a successor that has a figure too
  itOnPublishedFiles.each([
    // Barnsley and Sheffield stand under the codes that they had, and under no other
    ['gva-per-hour', '2023', 361],
    ['gross-median-weekly-pay', '30 April 2025', 359],
    // 362 rows, two of them Barnsley and Sheffield under their old codes beside the new ones
    ['first-time-buyer-mortgage-sales', '2024', 360],
  ])('then has the local authorities of the UK once each for %s', async (slug, label, count) => {
    const { id: metricId } = await metric(slug);
    const areas = await waymark.get(ObservationsQueries).seriesOfAreas({ metricId, levels: ['lower-tier', 'unitary'], country: 'UK' });
    expect(areas.filter(({ series }) => series.at(-1)?.period.label === label)).toHaveLength(count);
  });
});
