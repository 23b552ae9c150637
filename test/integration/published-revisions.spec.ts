import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { changesInWords } from '#features/releases/changes-in-words.js';
import { ReleasesQueries } from '#features/releases/releases.queries.js';
import { type ChangedCell, RevisionsQueries } from '#features/releases/revisions.queries.js';
import { ImportWarning } from '#features/releases/import-warning.entity.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const DATA = path.resolve('../shared/data/ons');
const withFiles = existsSync(DATA) ? describe : describe.skip;
if (!existsSync(DATA)) console.log(`published-revisions.spec.ts: skipped, for there is no ${path.relative('.', DATA)}`);

const ACTOR = systemActor('command', 'test');

interface Pair {
  metric: string;
  files: readonly [before: string, after: string];
  /** What count-revisions.py, beside this file, prints. */
  counts: { moved: number; added: number; withdrawn: number; unchanged: number; largestMove: number };
  /** Cells that the README of the data names: area, first day, before, after. */
  named: readonly [area: string, start: string, before: number, after: number][];
}

const PAIRS: readonly Pair[] = [
  {
    metric: 'gross-median-weekly-pay',
    files: ['earlier-releases/pay_2024-12.csv', 'current/gross-median-weekly-pay.csv'],
    counts: { moved: 441, added: 429, withdrawn: 0, unchanged: 6110, largestMove: 92.1 },
    named: [['K02000001', '2024-04-01', 613.3, 613.5], ['N09000011', '2016-04-01', 311.8, 403.9]],
  },
  {
    metric: 'gva-per-hour',
    files: ['earlier-releases/gva_per_hour_2024-07.csv', 'current/gross-value-added.csv'],
    counts: { moved: 6723, added: 675, withdrawn: 0, unchanged: 402, largestMove: 13.07 },
    named: [['S12000023', '2022-01-01', 46.2, 33.13]],
  },
  {
    metric: 'pupils-at-expected-standard',
    files: ['earlier-releases/ks2_2024-09.csv', 'earlier-releases/ks2_2024-12.csv'],
    counts: { moved: 32, added: 769, withdrawn: 0, unchanged: 609, largestMove: 24 },
    named: [['E12000009', '2023-09-01', 58, 34]],
  },
];

withFiles('revisions of published files', () => {
  let waymark: TestApplication;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [JobsModule] });
    waymark.clock.set('2026-07-01T12:00:00Z');
    const text = (file: string): string => readFileSync(path.resolve('example', file), 'utf8');
    await waymark.get(MetricsService).importCatalogue(ACTOR, { fileName: 'metrics.yml', text: text('catalogue/metrics.yml') });
    await waymark.get(AreasService).importRegister(ACTOR, { fileName: 'areas.csv', text: text('areas/areas.csv') });
  }, 60_000);
  afterAll(() => waymark.close());

  it.each(PAIRS)('are what an independent count says: $metric', async ({ metric: slug, files, counts, named }) => {
    let id = 0;
    for (const [index, file] of files.entries()) {
      const report = await waymark.get(ObservationsImportService).importFile(ACTOR, { path: path.join(DATA, file), publishedOn: ['2024-12-01', '2026-06-26'][index] ?? '' });
      id = report.releaseId ?? 0;
      await waymark.runJobs();
    }
    const metric = await waymark.get(MetricsQueries).bySlug(slug);
    const [newest] = await waymark.get(ReleasesQueries).ofMetric(metric?.id ?? 0);
    const { moved, added, withdrawn, largestMove } = counts;
    expect(newest).toMatchObject({ id, revision: { moved, added, withdrawn, largestMove: expect.closeTo(largestMove, 6) } });
    const cells: ChangedCell[] = [];
    for await (const batch of waymark.get(RevisionsQueries).batches({ metricId: metric?.id ?? 0, releaseId: id })) cells.push(...batch);
    expect(cells.filter(({ kind }) => kind === 'moved')).toHaveLength(moved);
    for (const [area, start, before, after] of named) {
      expect(cells.find((cell) => cell.area.code === area && cell.start === start)).toMatchObject({ kind: 'moved', before, after });
    }
    const revision = (await waymark.get(RevisionsQueries).of(id)).find((found) => found.metric.slug === slug);
    expect(revision?.counts.unchanged).toBe(counts.unchanged);
    const listed = await waymark.dataSource.getRepository(ImportWarning).countBy({ releaseId: id });
    expect(listed).toBe(Math.min(500, revision?.counts.warningsFound ?? 0));
  }, 60_000);

  it('are said in words', async () => {
    const metric = await waymark.get(MetricsQueries).bySlug('pupils-at-expected-standard');
    const [newest] = await waymark.get(ReleasesQueries).ofMetric(metric?.id ?? 0);
    const queries = waymark.get(RevisionsQueries);
    const text = changesInWords(await queries.of(newest?.id ?? 0), await queries.flips(newest?.id ?? 0)).join('\n');
    expect(text).toMatch(/^ {2}Moved +32$/m);
    expect(text).toMatch(/^ {2}Largest move +24 percentage points$/m);
    expect(text).toMatch(/^ {2}South West, school year 2023\/24: 58% → 34%$/m);
    expect(text).toContain('No verdict changed because of it.');
  });
});
